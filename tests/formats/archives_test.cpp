#include <catch2/catch.hpp>

#include "formats/reading.hpp"
#include "support/packed.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

const std::string storm = "Harbour reopens after storm\n\nThe harbour reopened on Monday.\n";
const std::string feed =
    "<rss><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>";

std::string line_of(const core::Draft& draft) {
    const Article& article = draft.article;
    const std::string text = draft.story.empty() ? article.headline : draft.story;
    return article.path + " " + std::to_string(article.record) + " " + article.format + " " +
           text.substr(0, text.find('\n')) + "\n";
}

std::string place(const core::BadRecord& bad) {
    return bad.place().member + " [" + bad.code() + "]\n";
}

// A line for each article: member, record, format, its first line; failures in brackets.
std::string members(std::string bytes, const UnpackLimits& limits = {},
                    std::size_t piece = 100000) {
    std::string out;
    try {
        auto source = std::make_unique<StringSource>(std::move(bytes), piece);
        const Opened opened = open(std::move(source), "archive", {.limits = limits});
        for (;;) {
            try {
                const auto draft = opened.reader->next();
                if (!draft) return out;
                out += line_of(*draft);
            } catch (const core::BadRecord& bad) {
                out += place(bad);
            } catch (const core::PassedOver& passed) {
                out += passed.member() + " (" + passed.what() + ")\n";
            }
        }
    } catch (const core::BadInput& bad) {
        return out + "[" + bad.code() + "!]\n";
    }
}

std::string nested(int depth) {
    std::string bytes = packed("zip", {{"a.txt", storm}});
    for (int i = 1; i < depth; ++i) bytes = packed("zip", {{"z.zip", bytes}});
    return bytes;
}

}  // namespace

TEST_CASE("every compression is undone, whatever the file is called", "[formats]") {
    for (const char* kind : {"gzip", "bzip2", "xz", "zstd"}) {
        INFO(kind);
        for (const std::size_t piece : {7u, 100000u})
            CHECK(members(packed(kind, {{"", feed}}), {}, piece) == " 0 rss One\n 0 rss Two\n");
    }
}

TEST_CASE("the files of an archive are read each in its own format", "[formats]") {
    const std::vector<TestMember> content = {
        {"dir/story.txt", storm},
        {"./feed.xml", feed},
        {"wire.txt.gz", packed("gzip", {{"", storm}})},
        {"inner.zip", packed("zip", {{"deep/a.txt", storm}, {"deep/feed.xml", feed}})},
    };
    for (const char* kind : {"tar", "zip", "tar.gzip", "tar.bzip2", "tar.xz", "tar.zstd"}) {
        INFO(kind);
        for (const std::size_t piece : {13u, 100000u})
            CHECK(members(packed(kind, content), {}, piece) ==
                  "dir/story.txt 0 text Harbour reopens after storm\n"
                  "feed.xml 0 rss One\n"
                  "feed.xml 1 rss Two\n"
                  "wire.txt.gz 0 text Harbour reopens after storm\n"
                  "inner.zip!deep/a.txt 0 text Harbour reopens after storm\n"
                  "inner.zip!deep/feed.xml 0 rss One\n"
                  "inner.zip!deep/feed.xml 1 rss Two\n");
    }
}

TEST_CASE("odd names are names, links and hidden files are passed over", "[formats]") {
    CHECK(members(packed("tar", {{"../../up.txt", storm},
                                 {"/etc/root.txt", storm},
                                 {"link.txt", "", "/etc/passwd"},
                                 {".cache/x.txt", storm},
                                 {"__MACOSX/x.txt", storm}})) ==
          "../../up.txt 0 text Harbour reopens after storm\n"
          "/etc/root.txt 0 text Harbour reopens after storm\n"
          " (1 links and 0 devices in the archive)\n");
}

TEST_CASE("a member that cannot be read costs itself alone", "[formats]") {
    const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
    CHECK(members(packed("tar", {{"photo.png", png},
                                 {"nothing.txt", ""},
                                 {"cut.gz", packed("gzip", {{"", storm}}).substr(0, 40)},
                                 {"a.txt", storm}})) ==
          "photo.png [unknown-format]\n"
          "nothing.txt [empty]\n"
          "cut.gz [gzip-truncated]\n"
          "a.txt 0 text Harbour reopens after storm\n");
}

TEST_CASE("encrypted members are said once", "[formats]") {
    CHECK(members(packed("zip-encrypted", {{"a.txt", storm}, {"b.txt", storm}})) ==
          " [archive-encrypted]\n");
}

TEST_CASE("a broken archive is read as far as it goes", "[formats]") {
    const std::vector<TestMember> two = {{"a.txt", storm}, {"b.txt", storm + storm}};
    const std::string first = "a.txt 0 text Harbour reopens after storm\n";
    const std::string tar = packed("tar", two), zip = packed("zip", two);
    CHECK(members(tar.substr(0, 512 + 512 + 512 + 20)) == first + "[tar-truncated!]\n");
    CHECK(members(zip.substr(0, zip.find("b.txt") + 20)) == first + "[zip-truncated!]\n");
    std::string damaged = tar;
    damaged[1024 + 3] = 'X';  // in the header of the second file
    CHECK(members(damaged) == first + "[tar-corrupt!]\n");
    for (const char* kind : {"bzip2", "xz", "zstd"}) {
        const std::string whole = packed(kind, {{"", feed}});
        INFO(kind);
        CHECK(members(whole.substr(0, whole.size() / 2))
                  .ends_with(std::string(kind) + "-truncated!]\n"));
    }
}

TEST_CASE("what unpacks to far more than any text is stopped", "[formats]") {
    const UnpackLimits limits{.ratio_from = 1 << 20};
    const std::string spaces(3 << 20, ' '), first = "a.txt 0 text Harbour reopens after storm\n";
    CHECK(members(packed("zip", {{"a.txt", storm}, {"bomb", spaces}, {"c.txt", storm}}), limits) ==
          first + "[archive-bomb!]\n");
    CHECK(members(packed("tar.xz", {{"a.txt", storm}, {"bomb", spaces}}), limits) ==
          first + "[archive-bomb!]\n");
    const std::string inner = packed("gzip", {{"", spaces}});
    CHECK(members(packed("zip", {{"1.gz", inner}, {"2.gz", inner}}), limits) ==
          "[archive-bomb!]\n");
    CHECK(members(packed("gzip", {{"", spaces}}), {.ratio = 5000, .bytes = 1 << 20}) ==
          "[archive-too-large!]\n");
}

TEST_CASE("archives may lie in archives, but not for ever", "[formats]") {
    CHECK(members(nested(8)).ends_with("!a.txt 0 text Harbour reopens after storm\n"));
    CHECK(members(nested(9)).ends_with(" [archive-too-deep]\n"));
    const std::vector<TestMember> three = {{"a.txt", storm}, {"b.txt", storm}, {"c.txt", storm}};
    CHECK(members(packed("tar", three), {.members = 2}).ends_with("[archive-too-large!]\n"));
}

TEST_CASE("an Office document is no archive", "[formats]") {
    CHECK(members(packed("zip", {{"[Content_Types].xml", "<Types/>"},
                                 {"word/document.xml", "<w/>"}})) == "[unknown-format!]\n");
}
