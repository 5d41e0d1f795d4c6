#include "extract/html_tree.hpp"

#include <catch2/catch.hpp>

using namespace morgue::extract;

namespace {

// "p(b('x')'y')": the elements with what they hold.
std::string print(const HtmlTree& tree, NodeId id = 0) {
    std::string out;
    std::vector<NodeId> open;
    const auto close_to = [&](NodeId at) {
        for (; !open.empty() && tree[open.back()].end <= at; open.pop_back()) out += ')';
    };
    for (NodeId at = id + 1; at < tree[id].end; ++at) {
        close_to(at);
        const HtmlNode& node = tree[at];
        if (node.tag == Tag::text) {
            out += '\'' + std::string(node.text) + '\'';
            continue;
        }
        out += node.tag == Tag::other ? "?" : std::string(traits(node.tag).name);
        if (node.end == at + 1) continue;
        out += '(';
        open.push_back(at);
    }
    close_to(tree[id].end);
    return out;
}

std::string tree_of(const std::string& page) {
    return print(HtmlTree(page));
}

}  // namespace

TEST_CASE("pages become trees", "[extract][html]") {
    const auto [page, expected] = GENERATE(table<std::string, std::string>({
        {"<p>one<b>two</b>three</p>", "p('one'b('two')'three')"},
        {"<P CLASS=x>Upper</P>", "p('Upper')"},
        {"<img src=a.png><br/>text", "imgbr'text'"},
        {"<p>a &amp; b &eacute; &#8217; &#x2019;</p>", "p('a & b é ’ ’')"},
        {"1 < 2 <3", "'1 ''< 2 ''<3'"},
        {"a<!-- <p>no</p> -->b<![CDATA[ c ]]><?php x ?>", "'a''b'"},
        {"<script>if (a < b) '</p>'</script>x", "script('if (a < b) '</p>'')'x'"},
        {"<custom-card>x</custom-card>", "?('x')"},
        {"", ""},
        {"<", "'<'"},
        {"<a href=\"never closed", "a"},
    }));
    CAPTURE(page);
    CHECK(tree_of(page) == expected);
}

TEST_CASE("mistakes of nesting are mended", "[extract][html]") {
    const auto [page, expected] = GENERATE(table<std::string, std::string>({
        {"<p>one<p>two", "p('one')p('two')"},
        {"<p>one<div>two</div>", "p('one')div('two')"},
        {"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li('a')li('b'ul(li('c')))li('d'))"},
        {"<table><tr><td>a<td>b<tr><td>c</table>", "table(tr(td('a')td('b'))tr(td('c')))"},
        {"<b><p>a</b>b</p>", "b(p('a'))'b'"},
        {"<p><a href=x>a<p>b", "p(a('a'))p('b')"},
        {"<div>a</p></span>b</div>", "div('a''b')"},
        {"<table><tr><td>a</div>b</table>", "table(tr(td('a''b')))"},
        {"<a>x<a>y</a>", "a('x')a('y')"},
        {"<h2>a<h3>b</h3>", "h2('a')h3('b')"},
        {"<dl><dt>a<dd>b<dt>c</dl>", "dl(dt('a')dd('b')dt('c'))"},
        {"<html><body>a</body></html>b", "html(body('a''b'))"},
        {"<head><title>t</title><div>a", "head(title('t'))div('a')"},
        {"<title>never closed <p>text</p>", "title('never closed 'p('text'))"},
    }));
    CAPTURE(page);
    CHECK(tree_of(page) == expected);
}

TEST_CASE("attributes are found by their names in lower case", "[extract][html]") {
    const std::string page = "<a HREF='x?a=1&amp;b=2' title=plain data-x>";
    const HtmlTree tree(page);
    CHECK(tree.attribute(1, "href") == "x?a=1&b=2");
    CHECK(tree.attribute(1, "title") == "plain");
    CHECK(tree.attribute(1, "data-x").empty());
    CHECK(tree.has_attribute(1, "data-x"));
    CHECK_FALSE(tree.has_attribute(1, "class"));
}

TEST_CASE("deep nesting is flattened and keeps its text", "[extract][html]") {
    constexpr int depth = 100'000;
    std::string page;
    for (int i = 0; i < depth; ++i) page += "<div>";
    page += "deep";
    for (int i = 0; i < depth; ++i) page += "</div>";
    page += "after";
    const HtmlTree tree(page);
    std::string text;
    std::uint16_t deepest = 0;
    for (const HtmlNode& node : tree.nodes()) {
        deepest = std::max(deepest, node.depth);
        text += node.text;
    }
    CHECK(deepest == HtmlTree::most_depth);
    CHECK(text == "deepafter");
    CHECK(tree[tree.size() - 1].parent == 0);
}

TEST_CASE("a page of too many elements is cut, and says so", "[extract][html]") {
    std::string page;
    for (std::size_t i = 0; i < HtmlTree::most_nodes + 10; ++i) page += "<b>";
    const HtmlTree tree(page);
    CHECK(tree.truncated());
    CHECK(tree.size() <= HtmlTree::most_nodes + 1);
    CHECK_FALSE(HtmlTree("<b>x</b>").truncated());
}

TEST_CASE("hostile pages take linear time", "[extract][html]") {
    const auto unit = GENERATE(as<std::string>{}, "<title>", "<!--", "<a b ", "</p>", "<b><i></b>",
                               "<table><tr><td>", "<", "&#x", "<a href='", "<li>", "<style>");
    CAPTURE(unit);
    std::string page = "<div><p>";
    while (page.size() < 2'000'000) page += unit;
    // Quadratic time here would be hours.
    CHECK(HtmlTree(page).size() > 1);
}
