#include "index/sketch_table.hpp"

#include <algorithm>
#include <cstring>
#include <morgue/error.hpp>

#include "core/hash.hpp"
#include "core/output_file.hpp"

namespace morgue::index {

namespace {

constexpr std::string_view magic = "MORGSKE1";
constexpr std::size_t block = 1u << 20;  // of the fingerprint
constexpr std::size_t footer_size = 4 * 8 + 16;

template <class T>
std::string_view bytes_of(const T* first, std::size_t count) {
    return {reinterpret_cast<const char*>(first), count * sizeof(T)};
}

core::Hash fingerprint(std::string_view bytes) {
    core::Hasher hasher;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(block, bytes.size())))
        hasher.add(bytes.substr(0, block));
    return hasher.finish();
}

// A file of any size, written once, block by block.
class Writer {
public:
    explicit Writer(const std::filesystem::path& path) {
        file_.open(path);
        add(magic);
    }

    template <class T>
    void add(const T& value) requires std::is_trivially_copyable_v<T> {
        add(bytes_of(&value, 1));
    }
    void add(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::size_t taken = std::min(block - pending_.size(), bytes.size());
            pending_ += bytes.substr(0, taken);
            bytes.remove_prefix(taken);
            if (pending_.size() == block) flush();
        }
    }
    void finish(std::uint64_t first, std::uint64_t rows, std::uint64_t texts, std::uint64_t keys) {
        for (const std::uint64_t count : {first, rows, texts, keys}) add(count);
        if (!pending_.empty()) flush();
        file_.write(core::bytes(hasher_.finish()));
        file_.finish();
    }

private:
    void flush() {
        hasher_.add(pending_);
        file_.write(pending_);
        pending_.clear();
    }

    core::OutputFile file_;
    core::Hasher hasher_;
    std::string pending_;
};

// The dead of the range of some segments, for constant-time questions.
class DeadIn {
public:
    DeadIn(std::span<const Seq> dead, Seq first, Seq last) : first_(first) {
        if (dead.empty()) return;
        bits_.resize(last - first + 1);
        for (const Seq seq : dead)
            if (seq >= first && seq <= last) bits_[seq - first] = true;
    }
    bool contains(std::uint64_t seq) const { return !bits_.empty() && bits_[seq - first_]; }

private:
    Seq first_;
    std::vector<bool> bits_;
};

// Hands every element of sorted sequences to `visit`, the least first.
template <class T, class F>
void merge_sorted(std::vector<std::span<const T>> sources, F&& visit) {
    const auto later = [](const std::span<const T>& a, const std::span<const T>& b) {
        return b.front() < a.front();
    };
    std::erase_if(sources, [](const auto& source) { return source.empty(); });
    std::make_heap(sources.begin(), sources.end(), later);
    while (!sources.empty()) {
        std::pop_heap(sources.begin(), sources.end(), later);
        std::span<const T>& least = sources.back();
        visit(least.front());
        least = least.subspan(1);
        if (least.empty())
            sources.pop_back();
        else
            std::push_heap(sources.begin(), sources.end(), later);
    }
}

}  // namespace

SketchRow row_of(const story::Sketch& sketch) {
    return {sketch.text, sketch.keys.empty() ? 0 : sketch.shingles, sketch.reach()};
}

void SketchRun::add(Seq seq, const story::Sketch& sketch) {
    if (rows_.empty()) first_ = seq;
    rows_.resize(seq - first_);
    rows_.push_back(row_of(sketch));
    if (sketch.text) texts_.push_back({sketch.text, seq});
    for (const std::uint32_t key : sketch.keys) keys_.push_back(std::uint64_t(key) << 32 | seq);
    ++articles_;
    sorted_ = false;
}

SketchView SketchRun::view() {
    if (!sorted_) {
        std::sort(texts_.begin(), texts_.end());
        std::sort(keys_.begin(), keys_.end());
        sorted_ = true;
    }
    return {first_, rows_, texts_, keys_};
}

void SketchRun::write(const std::filesystem::path& path) {
    const SketchView sorted = view();
    Writer writer(path);
    writer.add(bytes_of(sorted.rows.data(), sorted.rows.size()));
    writer.add(bytes_of(sorted.texts.data(), sorted.texts.size()));
    writer.add(bytes_of(sorted.keys.data(), sorted.keys.size()));
    writer.finish(first_, sorted.rows.size(), sorted.texts.size(), sorted.keys.size());
}

void merge_sketches(std::span<const std::filesystem::path> sources, std::span<const Seq> dead,
                    const std::filesystem::path& folder) {
    std::vector<SketchTable> tables;
    std::vector<std::span<const SketchText>> texts;
    std::vector<std::span<const std::uint64_t>> keys;
    for (const std::filesystem::path& source : sources) {
        const SketchView& view = tables.emplace_back(source / sketch_file).view();
        if (view.rows.empty()) tables.pop_back();
    }
    for (const SketchTable& table : tables) {
        texts.push_back(table.view().texts);
        keys.push_back(table.view().keys);
    }
    Writer writer(folder / sketch_file);
    if (tables.empty()) return writer.finish(1, 0, 0, 0);
    const Seq first = tables.front().view().first;
    const SketchView& newest = tables.back().view();
    const DeadIn buried(dead, first, newest.first + Seq(newest.rows.size()) - 1);
    std::uint64_t rows = 0, text_count = 0, key_count = 0;
    for (const SketchTable& table : tables) {
        for (; first + rows < table.view().first; ++rows) writer.add(SketchRow{});
        for (const SketchRow& row : table.view().rows)
            writer.add(buried.contains(first + rows++) ? SketchRow{} : row);
    }
    merge_sorted(std::move(texts), [&](const SketchText& each) {
        if (buried.contains(each.seq)) return;
        writer.add(each);
        ++text_count;
    });
    merge_sorted(std::move(keys), [&](std::uint64_t each) {
        if (buried.contains(each & UINT32_MAX)) return;
        writer.add(each);
        ++key_count;
    });
    writer.finish(first, rows, text_count, key_count);
}

SketchTable::SketchTable(const std::filesystem::path& path) : file_(path) {
    const auto damaged = [&](const char* what) {
        return Error(Error::Kind::corrupt, "the index is damaged: " + path.string() + ": " + what,
                     "morgue rebuild makes it anew from the articles");
    };
    const std::string_view all = file_.bytes();
    if (all.size() < magic.size() + footer_size || !all.starts_with(magic))
        throw damaged("not a file of sketches");
    std::uint64_t counts[4];
    std::memcpy(counts, all.data() + all.size() - footer_size, sizeof counts);
    const auto [first, rows, texts, keys] = counts;
    const std::size_t room = (all.size() - magic.size() - footer_size) / 8;
    if (rows > room || texts > room || keys > room || 2 * rows + 2 * texts + keys != room)
        throw damaged("cut short or overwritten");
    const char* at = all.data() + magic.size();
    view_.first = Seq(first);
    view_.rows = {reinterpret_cast<const SketchRow*>(at), rows};
    view_.texts = {reinterpret_cast<const SketchText*>(at + 16 * rows), texts};
    view_.keys = {reinterpret_cast<const std::uint64_t*>(at + 16 * (rows + texts)), keys};
}

bool SketchTable::intact() const {
    const std::string_view all = file_.bytes();
    const std::size_t end = all.size() - 16;
    return core::bytes(fingerprint(all.substr(0, end))) == all.substr(end);
}

}  // namespace morgue::index
