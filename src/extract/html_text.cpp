#include "extract/html_text.hpp"

#include <algorithm>

#include "extract/extract.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

// Puts texts together; a break is only written when text follows, the widest of several wins.
class TextWriter {
public:
    enum class Break { none, space, line, paragraph };

    void add_break(Break wanted) { break_ = std::max(break_, wanted); }

    void add(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t from = at;
            if (const std::size_t size = text::plain_run(text.substr(at)); size > 0) {
                write_break();
                out_.append(text, at, size);
                at += size;
                continue;
            }
            const char32_t c = text::decode(text, at);
            if (c != 0x200B && c != 0xFEFF && text::is_space(c)) {
                add_break(Break::space);
                continue;
            }
            if (c == 0xAD || c == 0x200B || c == 0xFEFF) continue;  // invisible
            write_break();
            out_.append(text, from, at - from);
        }
    }

    // As it is, line ends and all.
    void add_verbatim(std::string_view text) {
        if (text.empty()) return;
        if (!out_.empty() && break_ >= Break::line) write_break();
        out_.append(text);
    }

    std::string take() { return std::move(out_); }

private:
    void write_break() {
        if (!out_.empty()) {
            constexpr std::string_view breaks[] = {"", " ", "\n", "\n\n"};
            out_ += breaks[std::size_t(break_)];
        }
        break_ = Break::none;
    }

    std::string out_;
    Break break_ = Break::none;
};

using Break = TextWriter::Break;

// What the start and the end of an element are in running text.
Break break_of(Tag tag) {
    switch (tag) {
        case Tag::li:
        case Tag::tr:
        case Tag::dt:
        case Tag::dd:
        case Tag::option:
            return Break::line;
        case Tag::td:
        case Tag::th:
            return Break::space;
        case Tag::tbody:
        case Tag::thead:
        case Tag::tfoot:
        case Tag::legend:
            return Break::line;
        default:
            return traits(tag).block ? Break::paragraph : Break::none;
    }
}

// One <br> ends a line, several a paragraph.
class LineBreaks {
public:
    Break next(NodeId br, NodeId text_since) {
        const bool again = last_ != 0 && text_since < last_;
        last_ = br;
        return again ? Break::paragraph : Break::line;
    }

private:
    NodeId last_ = 0;
};

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f") == text.npos;
}

}  // namespace

bool is_invisible(Tag tag) {
    switch (tag) {
        case Tag::script:
        case Tag::style:
        case Tag::noscript:
        case Tag::template_:
        case Tag::head:
        case Tag::title:
        case Tag::button:
        case Tag::input:
        case Tag::select:
        case Tag::textarea:
        case Tag::iframe:
        case Tag::frame:
        case Tag::noframes:
        case Tag::noembed:
        case Tag::object:
        case Tag::embed:
        case Tag::audio:
        case Tag::video:
        case Tag::canvas:
        case Tag::svg:
        case Tag::map:
        case Tag::dialog:
            return true;
        default:
            return false;
    }
}

bool is_hidden(const HtmlTree& tree, NodeId id) {
    for (const auto& [name, value] : tree.attributes(id)) {
        if (name == "hidden") return true;
        if (name != "style") continue;
        const std::size_t at = value.find("display");
        if (at == value.npos) continue;
        const std::string_view rest = value.substr(at + 7, 12);
        const std::size_t none = rest.find("none");
        if (none != rest.npos && rest.find(';') > none) return true;
    }
    return false;
}

std::string line_text(const HtmlTree& tree, NodeId id) {
    return text::one_line(paragraphs_text(tree, id));
}

std::string label_text(const HtmlTree& tree, NodeId id, NodeId most_nodes) {
    constexpr std::size_t most_bytes = 4000;
    if (tree[id].end - id > most_nodes) return {};
    std::size_t bytes = 0;
    for (NodeId at = id; at < tree[id].end && bytes <= most_bytes; ++at)
        if (tree[at].tag == Tag::text) bytes += tree[at].text.size();
    return bytes > most_bytes ? std::string() : line_text(tree, id);
}

std::string paragraphs_text(const HtmlTree& tree, NodeId id,
                            const std::function<bool(NodeId)>& leave_out) {
    TextWriter writer;
    LineBreaks line_breaks;
    std::vector<NodeId> open;  // elements whose end is a break
    NodeId last_text = 0, verbatim_until = 0;
    const auto close_to = [&](NodeId at) {
        for (; !open.empty() && tree[open.back()].end <= at; open.pop_back())
            writer.add_break(break_of(tree[open.back()].tag));
    };
    for (NodeId at = id; at < tree[id].end;) {
        const HtmlNode& node = tree[at];
        close_to(at);
        if (at != id && (is_invisible(node.tag) || (leave_out && leave_out(at)))) {
            writer.add_break(break_of(node.tag));
            at = node.end;
            continue;
        }
        if (node.tag == Tag::text) {
            if (!is_blank(node.text)) last_text = at;
            if (at < verbatim_until)
                writer.add_verbatim(node.text);
            else
                writer.add(node.text);
        } else if (node.tag == Tag::br) {
            writer.add_break(line_breaks.next(at, last_text));
        } else if (const Break wanted = break_of(node.tag); wanted != Break::none) {
            writer.add_break(wanted);
            open.push_back(at);
            if (node.tag == Tag::pre) verbatim_until = node.end;
        }
        ++at;
    }
    return writer.take();
}

std::string fragment_text(std::string_view html) {
    if (html.find_first_of("<&") == html.npos) return text::tidy_paragraphs(html);
    const HtmlTree tree(html);
    return text::tidy_paragraphs(
        paragraphs_text(tree, 0, [&](NodeId at) { return is_hidden(tree, at); }));
}

}  // namespace morgue::extract
