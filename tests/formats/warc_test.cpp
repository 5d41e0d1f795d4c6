#include <zlib.h>

#include <catch2/catch.hpp>

#include "formats/http_message.hpp"
#include "formats/reading.hpp"
#include "support/packed.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

std::string record(const std::string& kind, const std::string& url, const std::string& type,
                   const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: " + url +
           "\r\nContent-Type: " + type + "\r\nContent-Length: " + std::to_string(block.size()) +
           "\r\n\r\n" + block + "\r\n\r\n";
}

std::string answer(const std::string& url, const std::string& headers, const std::string& body,
                   const std::string& status = "200 OK") {
    return record("response", url, "application/http; msgtype=response",
                  "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body);
}

const std::string html_type = "Content-Type: text/html; charset=utf-8\r\n";

std::string crawl(const std::string& bytes, std::size_t piece = 100000) {
    std::string out;
    const Opened opened = open(std::make_unique<StringSource>(bytes, piece), "crawl");
    for (;;) {
        try {
            const auto draft = opened.reader->next();
            if (!draft) return out;
            out += draft->article.format + ": " + draft->address + " " + draft->page +
                   draft->story + draft->article.headline + "\n";
        } catch (const core::BadRecord& bad) {
            out += "[" + bad.code() + "]\n";
        } catch (const core::PassedOver& passed) {
            out += "(" + std::string(passed.what()) + ")\n";
        } catch (const core::BadInput& bad) {
            return out + "[" + bad.code() + "!]\n";
        }
    }
}

std::string body_of(const std::string& headers, const std::string& body) {
    try {
        return read_http("HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body, 1 << 20).body;
    } catch (const core::BadRecord& bad) {
        return "[" + bad.code() + "]";
    }
}

}  // namespace

TEST_CASE("pages and feeds of a crawl are read, the rest is counted", "[formats]") {
    const std::string file =
        record("warcinfo", "", "application/warc-fields", "software: elmo\r\n") +
        record("request", "http://e.example/1", "application/http", "GET / HTTP/1.1\r\n\r\n") +
        answer("http://e.example/1", html_type, "<p>One</p>") +
        answer("http://e.example/x.png", "Content-Type: image/png\r\n", "\x89PNG") +
        answer("http://e.example/y.png", "Content-Type: image/png\r\n", "\x89PNG") +
        answer("http://e.example/gone", html_type, "<p>Not found</p>", "404 Not Found") +
        answer("http://e.example/robots.txt", "Content-Type: text/plain\r\n", "User-agent: *\n") +
        answer("http://e.example/api", "Content-Type: application/json\r\n", "{\"title\":\"x\"}") +
        answer("http://e.example/feed", "Content-Type: application/rss+xml\r\n",
               "<rss><channel><item><title>A</title></item><item><title>B</title></item>"
               "</channel></rss>") +
        record("resource", "http://e.example/2", "text/html", "<p>Two</p>") +
        record("conversion", "http://e.example/3", "text/plain", "Three in text\n");
    for (const std::size_t piece : {1u, 100u, 100000u})
        CHECK(crawl(file, piece) ==
              "warc: http://e.example/1 <p>One</p>\n"
              "warc:  A\n"
              "warc:  B\n"
              "warc: http://e.example/2 <p>Two</p>\n"
              "warc:  Three in text\n\n"
              "(5 records hold no articles: 2 image/png, 1 application/json, 1 status 404, "
              "1 text/plain)\n");
}

TEST_CASE("a crawl is read with its records compressed one by one", "[formats]") {
    const std::string one = packed("gzip", {{"", answer("http://e.example/1", html_type, "1")}});
    const std::string two = packed("gzip", {{"", answer("http://e.example/2", html_type, "2")}});
    CHECK(crawl(one + two) == "warc: http://e.example/1 1\nwarc: http://e.example/2 2\n");
    CHECK(crawl(one + two.substr(0, 60)) == "warc: http://e.example/1 1\n[gzip-truncated!]\n");
}

TEST_CASE("a crawl that lies or breaks off is read as far as it goes", "[formats]") {
    const std::string one = answer("http://e.example/1", html_type, "1");
    const std::string two = answer("http://e.example/2", html_type, "2");
    const std::string first = "warc: http://e.example/1 1\n",
                      second = "warc: http://e.example/2 2\n";
    CHECK(crawl(one + two.substr(0, two.size() - 10)) == first + "[warc-truncated!]\n");
    CHECK(crawl(one + "garbage\r\nmore\r\n" + two) == first + "[warc-damaged]\n" + second);
    std::string lies = one;
    lies.replace(lies.find("Content-Length: "), 18, "Content-Length: 9x");
    CHECK(crawl(one + lies + two).starts_with(first + "[warc-damaged]\n"));
    CHECK(crawl(one + lies + two).ends_with(second));
    CHECK(crawl(one + "garbage\n") == first + "[warc-damaged]\n");
    std::string huge = one;
    huge.replace(huge.find("Content-Length: "), 18, "Content-Length: 99999999999999");
    CHECK(crawl(huge) == "[warc-truncated!]\n");
}

TEST_CASE("a block beyond all measure costs itself alone", "[formats]") {
    CHECK(crawl(answer("http://e.example/1", html_type, std::string(51 << 20, 'x')) +
                answer("http://e.example/2", html_type, "2")) ==
          "[record-too-long]\nwarc: http://e.example/2 2\n");
}

TEST_CASE("ARC files are read, of both versions", "[formats]") {
    const auto block = [](const std::string& body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body;
    };
    const std::string one = block("<p>One</p>"), two = block("<p>Two</p>");
    const std::string file =
        "filedesc://a.arc 0.0.0.0 20040101000000 text/plain 12\n1 0 Elmo\nURL\n\n"
        "http://e.example/1 10.0.0.1 20040101000000 text/html " +
        std::to_string(one.size()) + "\n" + one +
        "\nhttp://e.example/2 10.0.0.1 20040101000000 text/html 200 - - 77 a.arc " +
        std::to_string(two.size()) + "\n" + two + "\n";
    CHECK(crawl(file) ==
          "warc: http://e.example/1 <p>One</p>\nwarc: http://e.example/2 <p>Two</p>\n");
    CHECK(crawl(file.substr(0, file.size() - 9)).ends_with("[warc-truncated!]\n"));
}

TEST_CASE("bodies come in chunks and compressed, or only say so", "[formats]") {
    const std::string page = "<p>Page of some length</p>";
    const std::string gzip = packed("gzip", {{"", page}}), zstd = packed("zstd", {{"", page}});
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    CHECK(body_of(chunked, "5\r\n<p>Pa\r\n2;x=y\r\nge\r\n0\r\n\r\n") == "<p>Page");
    CHECK(body_of(chunked, page) == page);
    CHECK(body_of(chunked, "ffffffffffffffff\r\nabc") == "abc");
    CHECK(body_of(chunked, "fffffffffffffffff\r\nabc") == "fffffffffffffffff\r\nabc");
    CHECK(body_of("Content-Encoding: gzip\r\n", gzip) == page);
    CHECK(body_of("Content-Encoding: gzip\r\n", page) == page);
    CHECK(body_of("Content-Encoding: GZIP, gzip\r\n", packed("gzip", {{"", gzip}})) == page);
    CHECK(body_of("Content-Encoding: zstd\r\n", zstd) == page);
    CHECK(body_of("Content-Encoding: identity\r\n", page) == page);
    CHECK(body_of("Content-Encoding: br\r\n", "\x0b\x02\x80Hello\x03") == "Hello");
    CHECK(body_of("Content-Encoding: br\r\n", "\xff\xff\xff") == "[http-coding]");
    std::string deflated(100, '\0');
    uLongf size = deflated.size();
    compress(reinterpret_cast<Bytef*>(deflated.data()), &size,
             reinterpret_cast<const Bytef*>(page.data()), page.size());
    deflated.resize(size);
    CHECK(body_of("Content-Encoding: deflate\r\n", deflated) == page);
    CHECK(body_of("Content-Encoding: deflate\r\n", deflated.substr(2)) == page);
    CHECK(body_of("Content-Encoding: gzip\r\n",
                  packed("gzip", {{"", std::string(2 << 20, 'x')}})) == "[record-too-long]");
    CHECK(body_of("Content-Encoding: zstd\r\n",
                  packed("zstd", {{"", std::string(2 << 20, 'x')}})) == "[record-too-long]");
}
