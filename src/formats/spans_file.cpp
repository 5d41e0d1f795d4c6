#include "formats/spans_file.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <optional>
#include <tuple>

#include "core/bad_input.hpp"
#include "core/file_source.hpp"
#include "formats/json_value.hpp"
#include "formats/jsonl_entities.hpp"
#include "formats/line_reader.hpp"

namespace morgue::formats {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t longest_line = std::size_t(64) << 20;
constexpr std::size_t most_faults = 100;

// What a line calls its article by.
struct Naming {
    std::string guid, url, path;
    std::uint64_t record = 0;

    bool empty() const { return guid.empty() && url.empty() && path.empty(); }
};

Naming naming_of(const dom::object& line) {
    Naming out{json_text(line["guid"]), json_text(line["url"]), json_text(line["path"])};
    std::uint64_t record = 0;
    if (!line["record"].get(record)) out.record = record;
    return out;
}

std::uint64_t number(const core::Hash& hash) {
    std::uint64_t out = 0;
    std::memcpy(&out, hash.data(), sizeof out);
    return out;
}

std::uint64_t key_of(std::string_view what, std::string_view value, std::uint64_t record = 0) {
    return number(core::Hasher().add(what).add(value).add(std::to_string(record)).finish());
}

std::uint64_t key_of(const Naming& naming) {
    if (!naming.guid.empty()) return key_of("guid", naming.guid);
    if (!naming.url.empty()) return key_of("url", naming.url);
    return key_of("path", naming.path, naming.record);
}

core::Hash identity_of(const Naming& naming) {
    core::Hasher hasher;
    hasher.add(naming.guid).add(naming.url).add(naming.path).add(std::to_string(naming.record));
    return hasher.finish();
}

// Where a line gives guid and address, both have to be the article's; its path may have changed.
bool names(const Naming& naming, const Article& article) {
    if (naming.guid.empty() && naming.url.empty())
        return naming.path == article.path && naming.record == article.record;
    if (!naming.guid.empty() && naming.guid != article.guid) return false;
    return naming.url.empty() || naming.url == article.url ||
           (!naming.guid.empty() && article.url.empty());
}

// Why a line says nothing of any article; empty for one that does.
std::string fault_of(const dom::object& line) {
    if (naming_of(line).empty()) return R"(lacks a "guid", "url" or "path" that names the article)";
    dom::element entities;
    if (!line["entities"].get(entities))
        return entities.is_array() ? "" : R"(has "entities" that are not a list)";
    std::string_view type, field;
    std::uint64_t start = 0, end = 0;
    if (line["type"].get(type)) return R"(has neither "entities" nor a "type")";
    if (!find_entity_type(type))
        return "has the type '" + std::string(type.substr(0, 60)) + "', which is not known";
    if (line["field"].get(field) || (field != "headline" && field != "body"))
        return R"(has a "field" that is neither "headline" nor "body")";
    if (line["start"].get(start) || line["end"].get(end) || start >= end)
        return R"(has a "start" and "end" that are not the places of a mention)";
    return "";
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == line.npos;
}

std::string said(const std::string& path, std::uint64_t line) {
    return path + ":" + std::to_string(line) + ": ";
}

}  // namespace

// Goes through the file once.
class SpansFile::Scanner {
public:
    explicit Scanner(SpansFile& spans)
        : spans_(spans),
          lines_(std::make_unique<core::FileSource>(spans.path_, bytes_), longest_line) {}

    void run() {
        while (step()) continue;
        spans_.hash_ = hasher_.finish();
    }

private:
    bool step() {
        try {
            const auto line = lines_.next();
            if (line) read(*line);
            return line.has_value();
        } catch (const core::BadRecord&) {
            spans_.add_fault(lines_.number(), "is longer than 64 MiB");
            return true;
        }
    }

    void read(std::string_view line) {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        hasher_.add(line);
        std::uint64_t begin = lines_.offset();
        if (lines_.number() == 1 && line.starts_with(byte_order_mark)) {
            line.remove_prefix(byte_order_mark.size());
            begin += byte_order_mark.size();
        }
        if (is_blank(line)) return;
        dom::object object;
        static_assert(LineReader::padding >= simdjson::SIMDJSON_PADDING);
        if (parser_.parse(line.data(), line.size(), false).get(object))
            return spans_.add_fault(lines_.number(), "is not a JSON object");
        if (std::string fault = fault_of(object); !fault.empty())
            return spans_.add_fault(lines_.number(), std::move(fault));
        const Naming naming = naming_of(object);
        spans_.add(
            {identity_of(naming), key_of(naming), begin, begin + line.size(), lines_.number(), 1});
    }

    SpansFile& spans_;
    std::atomic<std::uint64_t> bytes_{0};
    LineReader lines_;
    dom::parser parser_;
    core::Hasher hasher_;
};

SpansFile::SpansFile(const std::string& path) : path_(path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        throw Error(Error::Kind::usage, path + " cannot be read in any order",
                    "write what it says into a file, and name that");
    file_ = core::ReadableFile(path);
    Scanner(*this).run();
    if (runs_.empty() && !faults_.empty())
        throw Error(Error::Kind::usage,
                    path + " names nobody in any article: line " +
                        std::to_string(faults_.front().line) + " " + faults_.front().message,
                    "see docs/entities.md for what it holds");
    if (more_faults_ > 0)
        faults_.back().message = "and " + std::to_string(more_faults_) + " further ones are faulty";
    std::sort(runs_.begin(), runs_.end(), [](const Run& a, const Run& b) {
        return std::tie(a.key, a.begin) < std::tie(b.key, b.begin);
    });
    used_ = std::make_unique<std::atomic<bool>[]>(runs_.size());
}

void SpansFile::add(const Run& line) {
    const bool goes_on = !runs_.empty() && runs_.back().identity == line.identity &&
                         runs_.back().line + runs_.back().lines == line.line &&
                         line.end - runs_.back().begin <= longest_line;
    if (!goes_on) return runs_.push_back(line);
    runs_.back().end = line.end;
    ++runs_.back().lines;
}

void SpansFile::add_fault(std::uint64_t line, std::string message) {
    if (faults_.size() > most_faults)
        ++more_faults_;
    else
        faults_.push_back({line, std::move(message)});
}

// The lines about one article, put into it.
class SpansFile::Application {
public:
    Application(const SpansFile& spans, Article& article) : spans_(spans), article_(article) {}

    ~Application() {
        if (reader_) spans_.refused_ += reader_->dropped();
    }

    void look_up(std::uint64_t key) {
        const auto [first, last] =
            std::equal_range(spans_.runs_.begin(), spans_.runs_.end(), Run{{}, key, 0, 0, 0, 0},
                             [](const Run& a, const Run& b) { return a.key < b.key; });
        for (auto run = first; run != last; ++run)
            if (read(*run)) spans_.used_[std::size_t(run - spans_.runs_.begin())] = true;
    }

private:
    // Whether the run is about the article.
    bool read(const Run& run) {
        std::string bytes(run.end - run.begin + simdjson::SIMDJSON_PADDING, '\0');
        if (spans_.file_.read_at(run.begin, bytes.data(), run.end - run.begin) !=
            run.end - run.begin)
            changed();
        std::string_view rest(bytes.data(), run.end - run.begin);
        for (std::uint64_t line = 0; line < run.lines; ++line) {
            const std::size_t size = std::min(rest.find('\n'), rest.size());
            dom::element value;
            dom::object object;
            if (parser_.parse(rest.data(), size, false).get(value) || value.get(object)) changed();
            if (!names(naming_of(object), article_)) return false;
            read_line(value, run.line + line);
            rest.remove_prefix(std::min(size + 1, rest.size()));
        }
        return true;
    }

    void read_line(const dom::element& value, std::uint64_t line) {
        if (!reader_) {
            article_.entities.clear();
            reader_.emplace(article_, article_.headline, article_.body);
        }
        reader_->from(said(spans_.path_, line));
        dom::array entities;
        if (value["entities"].get(entities)) return reader_->read_mention(value);
        for (const dom::element each : entities) reader_->read(each);
    }

    [[noreturn]] void changed() const {
        throw Error(Error::Kind::io, spans_.path_ + " has changed while it was read",
                    "give the command again");
    }

    const SpansFile& spans_;
    Article& article_;
    dom::parser parser_;
    std::optional<EntityReader> reader_;
};

void SpansFile::apply(Article& article) const {
    article.entities_given = true;  // or nobody, where there is no line
    Application application(*this, article);
    if (!article.guid.empty()) application.look_up(key_of("guid", article.guid));
    if (!article.url.empty()) application.look_up(key_of("url", article.url));
    application.look_up(key_of("path", article.path, article.record));
}

SpansFile::Use SpansFile::use() const {
    Use out;
    for (std::size_t i = 0; i < runs_.size(); ++i)
        (used_[i] ? out.lines : out.unmatched) += runs_[i].lines;
    out.refused = refused_;
    return out;
}

}  // namespace morgue::formats
