#include "formats/spans_file.hpp"

#include <catch2/catch.hpp>
#include <thread>

#include "support/temp_archive.hpp"

using namespace morgue;
using formats::SpansFile;

namespace {

class Spans {
public:
    explicit Spans(const std::string& lines) { write(lines); }

    void write(const std::string& lines) { std::ofstream(path()) << lines; }
    std::string path() const { return folder_.file("spans").string(); }
    SpansFile open() const { return SpansFile(path()); }

private:
    TempArchive folder_;
};

Article article() {
    Article out;
    out.path = "news.jsonl";
    out.record = 7;
    out.guid = "a";
    out.url = "https://example.org/a";
    out.headline = "Zoë in Rome";
    out.body = "Zoë Müller of Acme went to Rome.\n\n“Rome,” she said.";
    return out;
}

// "person Jane Doe [Jane] [Jane Doe]; place Rome"
std::string said(const Article& article) {
    std::string out;
    for (const Entity& entity : article.entities) {
        out.append(out.empty() ? "" : "; ").append(kind_name(entity.kind)) += " " + entity.name;
        for (const Mention& mention : entity.mentions) {
            const bool top = mention.where == Mention::Where::headline;
            out += (top ? " h[" : " [") +
                   (top ? article.headline : article.body)
                       .substr(mention.begin, mention.end - mention.begin) +
                   "]";
        }
    }
    for (const Problem& problem : article.problems)
        out += " !" + problem.message.substr(problem.message.find(':') + 1);
    return out;
}

std::string said(const std::string& lines) {
    const Spans spans(lines);
    Article named = article();
    named.entities = {{Entity::Kind::person, "Given", {}}};
    spans.open().apply(named);
    return said(named);
}

std::string faults(const std::string& lines) {
    const Spans file(R"({"guid":"good","entities":[]})" + ("\n" + lines));
    const SpansFile spans = file.open();
    std::string out;
    for (const SpansFile::Fault& fault : spans.faults())
        out += std::to_string(fault.line) + " " + fault.message + "\n";
    return out;
}

std::string mention_of(const std::string& guid) {
    return R"({"guid":")" + guid + R"(","field":"body","start":0,"end":3,"type":"PER"})" + "\n";
}

}  // namespace

TEST_CASE("a file of spans takes the place of what a record gave", "[formats][spans]") {
    struct Row {
        std::string lines, expected;
    };
    const Row rows[] = {
        {R"({"guid":"a","entities":[{"type":"place","name":"Rome","mentions":[{"field":"body","start":27,"end":31},{"field":"headline","start":7,"end":11}]}]})",
         "place Rome h[Rome] [Rome]"},
        {R"({"guid":"a","entities":[]})", ""},
        {R"({"url":"https://example.org/a","type":"PER","field":"body","start":0,"end":10})",
         "person Zoë Müller [Zoë Müller]"},
        {R"({"path":"news.jsonl","record":7,"type":"ORG","field":"body","start":14,"end":18,"name":"Acme Inc"})",
         "organisation Acme Inc [Acme]"},
        // Mentions of one name are one entity, wherever their lines stand.
        {R"({"guid":"a","type":"LOC","field":"body","start":35,"end":39})"
         "\n"
         R"({"guid":"b","type":"LOC","field":"body","start":0,"end":3})"
         "\n"
         R"({"guid":"a","type":"gpe","field":"headline","start":7,"end":11})"
         "\n"
         R"({"guid":"a","type":"place","field":"body","start":27,"end":31})"
         "\n"
         R"({"guid":"a","type":"place","field":"body","start":27,"end":31})",
         "place Rome h[Rome] [Rome] [Rome]"},
        // What does not name the article leaves it with what its own record gave.
        {R"({"guid":"b","type":"PER","field":"body","start":0,"end":10})", "person Given"},
        {R"({"guid":"a","url":"https://example.org/b","type":"PER","field":"body","start":0,"end":3})",
         "person Given"},
        {R"({"path":"news.jsonl","record":8,"type":"PER","field":"body","start":0,"end":3})",
         "person Given"},
        {R"({"guid":"b","path":"news.jsonl","record":7,"type":"PER","field":"body","start":0,"end":3})",
         "person Given"},
        // A mention that lies outside the text costs itself alone.
        {R"({"guid":"a","type":"PER","field":"body","start":0,"end":10})"
         "\r\n\r\n"
         R"({"guid":"a","type":"PER","field":"body","start":48,"end":90})"
         "\r\n"
         R"({"guid":"a","type":"LOC","field":"headline","start":7,"end":11})",
         "person Zoë Müller [Zoë Müller]; place Rome h[Rome] !3: a mention lies outside the text"},
        {R"({"guid":"a","entities":[{"type":"DATE","name":"May"},{"type":"ORG","name":"Acme"}]})",
         "organisation Acme !1: an entity lacks a name or a type that is known"},
        {"\xEF\xBB\xBF"
         R"({"guid":"a","type":"PER","field":"body","start":0,"end":3})",
         "person Zoë [Zoë]"},
    };
    for (const Row& row : rows) {
        INFO(row.lines);
        CHECK(said(row.lines) == row.expected);
    }
}

TEST_CASE("a line of spans that says nothing is told by its number", "[formats][spans]") {
    struct Row {
        std::string line, expected;
    };
    const Row rows[] = {
        {"Jane", "2 is not a JSON object\n"},
        {"[]", "2 is not a JSON object\n"},
        {"{\"guid\":\"\xFF\",\"entities\":[]}", "2 is not a JSON object\n"},
        {R"({"entities":[]})", "2 lacks a \"guid\", \"url\" or \"path\" that names the article\n"},
        {R"({"guid":"a"})", "2 has neither \"entities\" nor a \"type\"\n"},
        {R"({"guid":"a","entities":{}})", "2 has \"entities\" that are not a list\n"},
        {R"({"guid":"a","type":"MONEY"})", "2 has the type 'MONEY', which is not known\n"},
        {R"({"guid":"a","type":"PER","field":"summary"})",
         "2 has a \"field\" that is neither \"headline\" nor \"body\"\n"},
        {R"({"guid":"a","type":"PER","field":"body","start":3,"end":3})",
         "2 has a \"start\" and \"end\" that are not the places of a mention\n"},
        {R"({"guid":"a","type":"PER","field":"body","start":-1,"end":3})",
         "2 has a \"start\" and \"end\" that are not the places of a mention\n"},
        {"\n \t\r\n", ""},
    };
    for (const Row& row : rows) {
        INFO(row.line);
        CHECK(faults(row.line) == row.expected);
    }
    std::string many;
    for (int i = 0; i < 150; ++i) many += "x\n";
    CHECK(faults(many).ends_with("101 is not a JSON object\n102 and 49 further ones are faulty\n"));
}

TEST_CASE("a file without any line of spans is refused", "[formats][spans]") {
    CHECK_THROWS_AS(Spans("Jane Doe\n").open(), Error);
    CHECK_THROWS_AS(SpansFile("/dev/null"), Error);
    CHECK(said("") == "person Given");
}

TEST_CASE("lines are found in a file that is larger than any buffer, by many threads at once",
          "[formats][spans]") {
    constexpr int count = 20000;
    std::string lines;
    for (int i = 0; i < count; ++i) {
        lines += mention_of(std::to_string(i));
        if (i % 1000 == 0) lines += mention_of("other " + std::string(5000, 'x'));
    }
    for (int i = 0; i < count; i += 2) lines += mention_of(std::to_string(i));
    const Spans file(lines);
    const SpansFile spans = file.open();
    std::atomic<int> wrong{0};
    const auto work = [&](int from) {
        for (int i = from; i < count; i += 40) {
            Article one = article();
            one.guid = std::to_string(i);
            spans.apply(one);
            wrong += said(one) != "person Zoë [Zoë]";
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int from = 0; from < 4; ++from) threads.emplace_back(work, from);
    }
    CHECK(wrong == 0);
    // Every fortieth from 0 to 3, and those of even number twice.
    CHECK(spans.use().lines == 3000);
    CHECK(spans.use().unmatched == count + count / 2 + 20 - 3000);
}

TEST_CASE("a file of spans that changes while it is read is told", "[formats][spans]") {
    Spans file(mention_of("b") + mention_of("a"));
    const SpansFile spans = file.open();
    file.write("{}");
    Article one = article();
    CHECK_THROWS_AS(spans.apply(one), Error);
}

TEST_CASE("other spans have another hash", "[formats][spans]") {
    CHECK(Spans(mention_of("a")).open().hash() == Spans(mention_of("a")).open().hash());
    CHECK(Spans(mention_of("a")).open().hash() != Spans(mention_of("b")).open().hash());
}
