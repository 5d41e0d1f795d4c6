#include "formats/xml_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

enum class Role : std::uint8_t { inline_, cell, line, paragraph, verbatim, nothing };

struct NamedRole {
    std::string_view name;
    Role role;
};
// Of NITF and XHTML; what is not named runs on with the text around it. Sorted.
// clang-format off
constexpr std::array roles{
    NamedRole{"abstract",     Role::paragraph}, NamedRole{"address",      Role::paragraph},
    NamedRole{"article",      Role::paragraph}, NamedRole{"aside",        Role::paragraph},
    NamedRole{"blockquote",   Role::paragraph}, NamedRole{"body.content", Role::paragraph},
    NamedRole{"block",        Role::paragraph}, NamedRole{"bq",           Role::paragraph},
    NamedRole{"br",           Role::line},      NamedRole{"caption",      Role::paragraph},
    NamedRole{"credit",       Role::paragraph}, NamedRole{"dd",           Role::line},
    NamedRole{"div",          Role::paragraph}, NamedRole{"dl",           Role::paragraph},
    NamedRole{"dt",           Role::line},      NamedRole{"figure",       Role::nothing},
    NamedRole{"fn",           Role::paragraph}, NamedRole{"footer",       Role::paragraph},
    NamedRole{"h1",           Role::paragraph}, NamedRole{"h2",           Role::paragraph},
    NamedRole{"h3",           Role::paragraph}, NamedRole{"h4",           Role::paragraph},
    NamedRole{"h5",           Role::paragraph}, NamedRole{"h6",           Role::paragraph},
    NamedRole{"head",         Role::nothing},   NamedRole{"header",       Role::nothing},
    NamedRole{"hl1",          Role::paragraph}, NamedRole{"hl2",          Role::paragraph},
    NamedRole{"hr",           Role::paragraph}, NamedRole{"li",           Role::line},
    NamedRole{"media",        Role::nothing},   NamedRole{"nav",          Role::nothing},
    NamedRole{"nitf-table",   Role::nothing},   NamedRole{"note",         Role::paragraph},
    NamedRole{"ol",           Role::paragraph}, NamedRole{"p",            Role::paragraph},
    NamedRole{"pre",          Role::verbatim},  NamedRole{"script",       Role::nothing},
    NamedRole{"section",      Role::paragraph}, NamedRole{"style",        Role::nothing},
    NamedRole{"table",        Role::paragraph}, NamedRole{"tbody",        Role::line},
    NamedRole{"td",           Role::cell},      NamedRole{"tfoot",        Role::line},
    NamedRole{"th",           Role::cell},      NamedRole{"thead",        Role::line},
    NamedRole{"tr",           Role::line},      NamedRole{"ul",           Role::paragraph},
};
// clang-format on

Role role_of(std::string_view name) {
    const auto* found = std::find_if(roles.begin(), roles.end(),
                                     [&](const NamedRole& each) { return each.name == name; });
    return found == roles.end() ? Role::inline_ : found->role;
}

bool is_gap(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}

// Puts texts together; a break is only written when text follows, the widest of several wins.
class Writer {
public:
    enum class Break : std::uint8_t { none, blank, line, paragraph };

    void add_break(Break wanted) { break_ = std::max(break_, wanted); }
    void add(std::string_view text);
    void add_verbatim(std::string_view text);
    // One ends a line, two in a row a paragraph.
    void add_line_break() { break_ = break_ < Break::line ? Break::line : Break::paragraph; }

    std::string take() { return std::move(out_); }

private:
    void write_break() {
        constexpr std::string_view breaks[] = {"", " ", "\n", "\n\n"};
        if (!out_.empty()) out_ += breaks[std::size_t(break_)];
        break_ = Break::none;
    }

    std::string out_;
    Break break_ = Break::none;
};

using Break = Writer::Break;

void Writer::add(std::string_view written) {
    while (!written.empty()) {
        std::size_t gap = 0;
        while (gap < written.size() && is_gap(written[gap])) ++gap;
        if (gap > 0) add_break(Break::blank);
        written.remove_prefix(gap);
        if (written.empty()) return;
        // Words parted by single blanks are taken together.
        std::size_t end = 1;
        while (end < written.size()) {
            const bool single =
                written[end] == ' ' && end + 1 < written.size() && !is_gap(written[end + 1]);
            if (is_gap(written[end]) && !single) break;
            ++end;
            end += text::plain_run(written.substr(end));
        }
        write_break();
        out_ += written.substr(0, end);
        written.remove_prefix(end);
    }
}

void Writer::add_verbatim(std::string_view text) {
    if (text.empty()) return;
    write_break();
    out_ += text;
}

Break break_of(Role role) {
    switch (role) {
        case Role::cell:
            return Break::blank;
        case Role::line:
            return Break::line;
        case Role::paragraph:
        case Role::verbatim:
        case Role::nothing:
            return Break::paragraph;
        case Role::inline_:
            break;
    }
    return Break::none;
}

// An element whose end is a break.
struct Open {
    std::uint32_t end;
    Break closing;
};

}  // namespace

std::string line_of(XmlElement element) {
    Writer writer;
    if (!element) return {};
    const auto& nodes = element.tree().nodes();
    for (std::uint32_t at = element.node() + 1; at < nodes[element.node()].end; ++at) {
        if (nodes[at].is_text)
            writer.add(element.tree().string(nodes[at]));
        else if (role_of(element.tree().string(nodes[at])) != Role::inline_)
            writer.add_break(Break::blank);
    }
    return writer.take();
}

std::string whole_text(XmlElement element) {
    std::string text;
    if (!element) return text;
    const auto& nodes = element.tree().nodes();
    for (std::uint32_t at = element.node() + 1; at < nodes[element.node()].end; ++at)
        if (nodes[at].is_text) text += element.tree().string(nodes[at]);
    return text;
}

std::string paragraphs_of(XmlElement element, const std::function<bool(XmlElement)>& leave_out) {
    if (!element) return {};
    const XmlTree& tree = element.tree();
    const auto& nodes = tree.nodes();
    Writer writer;
    std::vector<Open> open;
    std::uint32_t verbatim_until = 0;
    for (std::uint32_t at = element.node() + 1; at < nodes[element.node()].end;) {
        for (; !open.empty() && open.back().end <= at; open.pop_back())
            writer.add_break(open.back().closing);
        const XmlTree::Node& node = nodes[at];
        if (node.is_text) {
            if (at < verbatim_until)
                writer.add_verbatim(tree.string(node));
            else
                writer.add(tree.string(node));
            ++at;
            continue;
        }
        const std::string_view name = tree.string(node);
        const Role role = role_of(name);
        const bool skipped = role == Role::nothing || (leave_out && leave_out({tree, at}));
        if (name == "br") {
            writer.add_line_break();
        } else if (const Break wanted = break_of(role); wanted != Break::none) {
            writer.add_break(wanted);
            open.push_back({node.end, wanted});
        }
        if (role == Role::verbatim) verbatim_until = node.end;
        at = skipped ? node.end : at + 1;
    }
    return writer.take();
}

}  // namespace morgue::formats
