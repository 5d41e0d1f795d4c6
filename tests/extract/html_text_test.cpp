#include "extract/html_text.hpp"

#include <catch2/catch.hpp>

#include "extract/extract.hpp"

using namespace morgue::extract;

TEST_CASE("a fragment of HTML becomes plain text", "[extract][html]") {
    const auto [html, expected] = GENERATE(table<std::string, std::string>({
        {"plain text", "plain text"},
        {"<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
        {"  <p> Much \n white\tspace </p> ", "Much white space"},
        {"One.<br>Two.", "One.\nTwo."},
        {"One.<br><br/>\nTwo.", "One.\n\nTwo."},
        {"<p>A <b>bo</b>ld <a href='x'>link</a>.</p>", "A bold link."},
        {"<ul><li>one</li><li>two</li></ul><p>After.</p>", "one\ntwo\n\nAfter."},
        {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"},
        {"<script>no()</script><style>p{}</style>text<noscript>no</noscript>", "text"},
        {"<p style='color:red; display: none'>no</p><p hidden>no</p>yes", "yes"},
        {"AT&amp;T &mdash; caf&eacute;&nbsp;au lait", "AT&T — café au lait"},
        {"&lt;b&gt; a &lt b &bogus; ?x=1&copy=2 &", "<b> a < b &bogus; ?x=1&copy=2 &"},
        {"&#150;&#0;&#x110000;", "–\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"<p>soft\xC2\xADhyphen zero\xE2\x80\x8Bwidth</p>", "softhyphen zerowidth"},
        {"<h2>Head</h2>text", "Head\n\ntext"},
        {"<p></p><div><div></div></div>", ""},
    }));
    CAPTURE(html);
    CHECK(fragment_text(html) == expected);
}

TEST_CASE("preformatted text is kept as it is", "[extract][html]") {
    const std::string page = "<p>One.</p><pre>a  b\n  c</pre><p>Two.</p>";
    CHECK(paragraphs_text(HtmlTree(page), 0) == "One.\n\na  b\n  c\n\nTwo.");
}

TEST_CASE("parts of a tree can be left out of its text", "[extract][html]") {
    const std::string page = "<div><p>Keep.</p><aside><p>Leave.</p></aside><p>Keep too.</p></div>";
    const HtmlTree tree(page);
    const auto leave_out = [&](NodeId at) { return tree[at].tag == Tag::aside; };
    CHECK(paragraphs_text(tree, 0, leave_out) == "Keep.\n\nKeep too.");
}
