#include <catch2/catch.hpp>

#include "formats/header_fields.hpp"
#include "formats/reading.hpp"
#include "formats/transfer_coding.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

const std::string head =
    "From: Ada Finch <ada@elmo.example>\nSubject: Mill closes\n"
    "Date: Tue, 5 Mar 2024 10:00:00 +0100\nMessage-ID: <1@elmo.example>\nMIME-Version: 1.0\n";
const std::string known =
    "headline=Mill closes guid=1@elmo.example byline=Ada Finch "
    "published=Tue, 5 Mar 2024 10:00:00 +0100";

// As read_all, with pages.
std::string mail(const std::string& text, std::size_t piece = 100000) {
    const Opened opened = open(std::make_unique<StringSource>(text, piece), "file");
    if (opened.format->name != "mbox") return std::string(opened.format->name);
    std::string out;
    for (;;) {
        try {
            const auto draft = opened.reader->next();
            if (!draft) return out;
            out += draft->article.format + ": " + printed(*draft);
            out += (draft->page.empty() ? "" : " page=" + draft->page) + "\n";
        } catch (const core::BadRecord& bad) {
            out += "[" + bad.code() + "]\n";
        }
    }
}

std::string body_of(const std::string& rest) {
    const std::string all = mail(head + rest);
    const std::string front = "mbox: " + known;
    REQUIRE(all.starts_with(front));
    return all.substr(front.size());
}

}  // namespace

TEST_CASE("a mailbox is taken apart at its From lines, in pieces of any size", "[formats]") {
    const std::string box =
        "From ada@elmo.example Tue Mar  5 10:00:00 2024\n" + head +
        "\nIt closed.\n>From now on: quiet.\n>>From too.\nFrom here, none.\n\n"
        "From ada@elmo.example Tue Mar  5 11:00:00 2024\n"
        "Subject: Bridge\nMessage-ID: <2@elmo.example>\nFrom: ben@elmo.example\n"
        "\nIt opened.\n";
    for (const std::size_t piece : {1u, 50u, 100000u})
        CHECK(mail(box, piece) ==
              "mbox: " + known +
                  " body=It closed.\nFrom now on: quiet.\n>From too.\nFrom here, none.\n\n\n"
                  "mbox: headline=Bridge guid=2@elmo.example byline=ben@elmo.example "
                  "body=It opened.\n\n");
}

TEST_CASE("one message is a mail too, a story with header lines is not", "[formats]") {
    CHECK(mail(head + "\nIt closed.\nFrom a Tue Mar 5 10:00:00 2024\n") ==
          "mbox: " + known + " body=It closed.\nFrom a Tue Mar 5 10:00:00 2024\n\n");
    CHECK(mail("From: Ada Finch\nDate: 5 March 2024\nSubject: Mill\n\nIt closed.\n") == "text");
    CHECK(mail("From the mill at 10:30 came smoke.\nIt closed.\n") == "text");
}

TEST_CASE("bodies are decoded from every coding and charset", "[formats]") {
    struct Case {
        std::string rest, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\nM=C3=BChle =\nzu=3D\n", " body=Mühle zu=\n\n"},
        {"Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=\"ISO-8859-1\"\n\nTfxo\nbGU=\n",            " body=Mühle\n"},
        {"Content-Type: text/plain; charset=us-ascii\n\nMühle\n",                                                        " body=Mühle\n\n"},
        {"Content-Type: text/plain; format=flowed; delsp=no\n\nOne \nline.\n\nTwo.\n",                                   " body=One line.\n\nTwo.\n\n"},
        {"\nIt closed.\n-- \nAda Finch\nElmo Post\n",                                                                    " body=It closed.\n"},
        {"Content-Type: text/html\n\n<p>It closed.</p>\n",                                                               " page=<p>It closed.</p>\n\n"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.rest);
        CHECK(body_of(each.rest) == each.expected);
    }
}

TEST_CASE("the text of a mail in many parts is found", "[formats]") {
    const std::string inner =
        "--i\nContent-Type: text/plain\n\nShort.\n--i\nContent-Type: "
        "text/html\n\n<p>Page</p>\n--i--\n";
    CHECK(body_of("Content-Type: multipart/alternative; boundary=i\n\n" + inner) ==
          " page=<p>Page</p>\n\n");
    const std::string text(400, 'x');
    CHECK(body_of("Content-Type: multipart/mixed; boundary=\"o o\"\n\npreamble\n--o o\n"
                  "Content-Type: text/plain\n\n" +
                  text + "\n--o o\nContent-Type: multipart/alternative; boundary=i\n\n" + inner +
                  "--o o\nContent-Type: text/plain\nContent-Disposition: attachment\n\nno\n"
                  "--o o\nContent-Type: image/png\n\nno\n--o o--\nepilogue\n") ==
          " body=" + text + "\n\n\nShort.\n\n");
    CHECK(body_of("Content-Type: message/rfc822\n\nSubject: inner\n\nForwarded.\n") ==
          " body=Forwarded.\n\n");
}

TEST_CASE("a page saved as MHTML is a page", "[formats]") {
    CHECK(mail("From: <Saved by Blink>\nSnapshot-Content-Location: https://elmo.example/mill\n"
               "Subject: Mill\nMIME-Version: 1.0\n"
               "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n"
               "--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
               "<p class=3D\"x\">It closed.</p>\n--b\nContent-Type: text/css\n\np{}\n--b--\n") ==
          "html: url=https://elmo.example/mill page=<p class=\"x\">It closed.</p>\n\n");
}

TEST_CASE("encoded words in mail headers are read", "[formats]") {
    struct Case {
        std::string value, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"plain",                                          "plain"},
        {"=?utf-8?Q?M=C3=BChle_zu?= now",                  "Mühle zu now"},
        {"=?UTF-8?B?TcO8?= =?UTF-8?B?aGxl?=",              "Mühle"},
        {"=?utf-8?B?TcM=?=\t=?utf-8?B?vGhsZQ==?=",         "Mühle"},
        {"=?iso-8859-1*de?q?M=FChle?= and =?utf-8?q?b?=",  "Mühle and b"},
        {"=?broken?= =?utf-8?X?abc?= =?utf-8?Q?open",      "=?broken?= =?utf-8?X?abc?= =?utf-8?Q?open"},
        {"M\xFChle",                                       "Mühle"},
    };
    // clang-format on
    for (const Case& each : cases) CHECK(header_text(each.value) == each.expected);
}

TEST_CASE("names of senders are read", "[formats]") {
    struct Case {
        std::string from, expected;
    };
    const Case cases[] = {
        {"\"Finch, Ada\" <ada@elmo.example>", "Ada Finch"},
        {"ada@elmo.example (Ada Finch)", "Ada Finch"},
        {"=?utf-8?Q?J=C3=B6rg?= <j@elmo.example>", "Jörg"},
        {"<ada@elmo.example>", "ada@elmo.example"},
        {"ada@elmo.example", "ada@elmo.example"},
    };
    for (const Case& each : cases) {
        const std::string all =
            mail("From: " + each.from + "\nSubject: S\nMIME-Version: 1.0\n\nText.\n");
        CHECK(all == "mbox: headline=S byline=" + each.expected + " body=Text.\n\n");
    }
}

TEST_CASE("header fields unfold, parameters are found", "[formats]") {
    std::string_view text = "A: one\r\n two\r\nB : x\r\nnonsense\r\na: other\r\n\r\nrest";
    const HeaderFields fields = HeaderFields::take(text);
    CHECK(fields["a"] == "one two");
    CHECK(fields["b"] == "x");
    CHECK(fields["c"].empty());
    CHECK(text == "rest");
    CHECK(media_type("Text/HTML ; charset=x") == "text/html");
    CHECK(parameter("a/b; x=1; Charset=\"utf-8\" ; y=2", "charset") == "utf-8");
    CHECK(parameter("a/b; name*=utf-8''x.txt", "name") == "x.txt");
    CHECK(parameter("a/b; x", "charset").empty());
}

TEST_CASE("hostile mail is read in bounded time", "[formats]") {
    std::string nested;
    for (int i = 0; i < 3000; ++i) nested += "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
    CHECK(body_of(nested) == "\n");
    std::string many = "Content-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 200000; ++i) many += "--b\n\nx\n";
    CHECK(body_of(many).size() < 10000);
    std::string folded = "X: y\n";
    for (int i = 0; i < 300000; ++i) folded += " =?utf-8?Q?a?=\n";
    CHECK(body_of(folded + "\nText.\n") == " body=Text.\n\n");
    CHECK(header_text(std::string(2000000, '=')).size() == 2000000);
    std::string opened;
    for (int i = 0; i < 300000; ++i) opened += "=?a?Q?x ";
    CHECK(header_text(opened) == opened);
}

TEST_CASE("base64 and quoted-printable forgive", "[formats]") {
    CHECK(from_base64("TWls\r\nbA==TWlsbA==") == "MillMill");
    CHECK(from_base64("TWlsb") == "Mil");
    CHECK(from_quoted_printable("a=3Db=\r\nc= \nd=ZZ=4") == "a=bcd=ZZ=4");
    CHECK(from_quoted_printable("a_b", true) == "a b");
}
