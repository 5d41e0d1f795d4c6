// Mail: mailboxes of many messages (mbox), single messages (RFC 5322), and pages saved as such
// (MHTML, RFC 2557).
#include <algorithm>
#include <utility>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/header_fields.hpp"
#include "formats/line_reader.hpp"
#include "formats/mime.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t longest_message = std::size_t(64) << 20;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "From jane@elmo.example Tue Mar  5 10:00:00 2024": the line before each message of a mailbox. A
// time makes the difference to a sentence.
bool begins_message(std::string_view line) {
    if (!line.starts_with("From ")) return false;
    for (std::size_t at = line.find(':'); at != line.npos && at < 200; at = line.find(':', at + 1))
        if (at > 0 && at + 2 < line.size() && is_digit(line[at - 1]) && is_digit(line[at + 1]) &&
            is_digit(line[at + 2]))
            return true;
    return false;
}

// ">From" and ">>From" were "From" and ">From" in the message.
std::string_view unquoted(std::string_view line) {
    const std::size_t past = line.find_first_not_of('>');
    const bool quoted = past != 0 && past != line.npos && line.substr(past).starts_with("From ");
    return quoted ? line.substr(1) : line;
}

// ---- a message

// "Jane Doe" of `"Doe, Jane" <jane@elmo.example>` or `jane@elmo.example (Jane Doe)`; the address
// if there is no name.
std::string sender_name(std::string_view from) {
    const std::size_t angle = from.rfind('<'), bracket = from.find('(');
    std::string name;
    if (angle != from.npos && angle > 0) {
        name = header_text(from.substr(0, angle));
    } else if (angle == from.npos && bracket != from.npos) {
        name = header_text(from.substr(bracket + 1, from.find(')', bracket) - bracket - 1));
    }
    std::erase(name, '"');
    name = text::one_line(name);
    const std::size_t comma = name.find(", ");
    if (comma != name.npos && comma == name.rfind(','))
        name = name.substr(comma + 2) + ' ' + name.substr(0, comma);
    if (!name.empty()) return name;
    const std::string_view address = angle == from.npos ? from : from.substr(angle + 1);
    return text::one_line(address.substr(0, address.find_first_of(">(")));
}

std::string without_angles(std::string_view text) {
    const std::size_t open = text.find('<'), close = text.rfind('>');
    if (open == text.npos || close == text.npos || close < open) return text::one_line(text);
    return std::string(text.substr(open + 1, close - open - 1));
}

bool is_saved_page(const HeaderFields& headers, const MailText& text) {
    return !text.html.empty() && media_type(headers["content-type"]) == "multipart/related" &&
           headers["to"].empty() && headers["received"].empty();
}

// A few words of text beside a page are a notice for programs that cannot show it.
bool prefers_page(const MailText& text) {
    constexpr std::size_t shortest = 300;
    return !text.html.empty() && text::one_line(text.plain).size() < shortest;
}

void add_keywords(std::string_view list, std::vector<std::string>& to) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(",;"), list.size());
        if (std::string word = header_text(list.substr(0, end)); !word.empty())
            to.push_back(std::move(word));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

core::Draft saved_page(const HeaderFields& headers, MailText text) {
    core::Draft draft;
    draft.article.format = html_format.name;
    draft.page = std::move(text.html);
    const std::string_view location = headers["snapshot-content-location"];
    draft.article.url = location.empty() ? text.location : std::string(location);
    return draft;
}

core::Draft read_message(std::string_view message) {
    const HeaderFields headers = HeaderFields::take(message);
    MailText text = mail_text(headers, message);
    if (is_saved_page(headers, text)) return saved_page(headers, std::move(text));
    core::Draft draft;
    Article& article = draft.article;
    article.guid = without_angles(headers["message-id"]);
    article.headline = header_text(headers["subject"]);
    article.byline = sender_name(headers["from"]);
    article.source = header_text(headers["organization"]);
    article.section = headers["newsgroups"];
    const std::string_view languages = headers["content-language"];
    article.language = languages.substr(0, languages.find(','));
    article.url = without_angles(headers["archived-at"]);
    add_keywords(headers["keywords"], article.keywords);
    draft.published.emplace_back(headers["date"]);
    if (prefers_page(text)) {
        draft.page = std::move(text.html);
    } else {
        article.body = std::move(text.plain);
    }
    return draft;
}

// ---- a file

class MailReader final : public Reader {
public:
    explicit MailReader(std::unique_ptr<core::ByteSource> source)
        : lines_(std::move(source), longest_message) {}

    std::optional<core::Draft> next() override;

private:
    bool read_lines();

    LineReader lines_;
    std::string message_;
    bool begun_ = false, mailbox_ = false, at_end_ = false;
    bool too_long_ = false;  // the message at hand
};

// Up to the next message's first line, which is dropped; false if there is nothing.
bool MailReader::read_lines() {
    message_.clear();
    too_long_ = false;
    bool blank = true;  // the line before
    while (const auto line = lines_.next()) {
        const bool first = !std::exchange(begun_, true);
        if (first) mailbox_ = begins_message(*line);
        if (mailbox_ && blank && begins_message(*line)) {
            if (first || message_.empty()) continue;
            return true;
        }
        blank = line->empty() || *line == "\r";
        if (message_.empty() && blank) continue;
        message_.append(mailbox_ ? unquoted(*line) : *line).append(1, '\n');
        if (message_.size() > longest_message) {
            too_long_ = true;
            message_.resize(1);
        }
    }
    at_end_ = true;
    return !message_.empty();
}

std::optional<core::Draft> MailReader::next() {
    if (at_end_ || !read_lines()) return std::nullopt;
    if (too_long_)
        throw core::BadRecord(
            "record-too-long",
            "a message has more than " + std::to_string(longest_message >> 20) + " MiB");
    return read_message(message_);
}

// ---- knowing one

// How many of the fields in front are such as only mail has, -1 if they are no fields.
int count_mail_fields(std::string_view head) {
    constexpr std::string_view known[] = {"from",
                                          "subject",
                                          "date",
                                          "to",
                                          "message-id",
                                          "mime-version",
                                          "received",
                                          "return-path",
                                          "content-type",
                                          "delivered-to",
                                          "newsgroups",
                                          "path",
                                          "x-mailer",
                                          "reply-to",
                                          "list-id",
                                          "content-transfer-encoding",
                                          "snapshot-content-location"};
    constexpr std::string_view certain[] = {"message-id",  "mime-version", "received",
                                            "return-path", "newsgroups",   "delivered-to"};
    const std::size_t colon = head.find(':');
    const std::size_t gap = head.find_first_of(" \t\r\n");
    if (colon == head.npos || colon > gap) return -1;
    const HeaderFields fields = HeaderFields::take(head);
    const auto has = [&](std::string_view name) { return !fields[name].empty(); };
    if (std::ranges::none_of(certain, has)) return -1;
    return int(std::ranges::count_if(known, has));
}

int matches(std::string_view head, std::string_view path) {
    if (begins_message(head.substr(0, head.find('\n')))) {
        head.remove_prefix(std::min(head.find('\n') + 1, head.size()));
        return count_mail_fields(head) >= 0 ? 100 : head.find(": ") != head.npos ? 60 : 0;
    }
    const bool named = path.ends_with(".eml") || path.ends_with(".mht") || path.ends_with(".mhtml");
    const int fields = count_mail_fields(head);
    return fields >= 3 ? 95 : fields >= 2 && named ? 80 : 0;
}

std::unique_ptr<Reader> open_mail(std::unique_ptr<core::ByteSource> source) {
    return std::make_unique<MailReader>(std::move(source));
}

}  // namespace

const Format mbox_format{"mbox",  "mail: mailboxes, single messages, pages saved as MHTML",
                         matches, open_mail,
                         nullptr, true};

}  // namespace morgue::formats
