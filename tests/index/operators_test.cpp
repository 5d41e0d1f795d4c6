// Each form of the query language on a small archive, from text to answer.
#include "support/temp_archive.hpp"

using namespace morgue;

namespace {

constexpr const char* news =
    R"({"v":1,"guid":"cap","headline":"Oil price cap agreed","byline":"By Jane Roe","authors":["Jane Roe"],"source":"Harbour Wire","published":"2025-09-28","body":"PORT ELMO - The price of crude oil rose. Ministers met in the U.S. on Jan. 5. Mr. Roe said gas was up.\n\nA second paragraph tells of Apple Inc. and of apples. Prices fell."}
{"v":1,"guid":"pie","headline":"Apple pie","source":"Tidewater Post","published":"2025-08","body":"An apple tree. A cheeseburger, a hamburger. RICO charges were dropped. Drought, drought and drought again; organisation and organization."}
{"v":1,"guid":"dam","headline":"Dam breaks","subheadline":"Oil untouched","source":"Harbour Post","published":"2024-01-15","summary":"Water prices in the valley","body":"The prime minister, the first minister and a minister of state came. They died; others are dying. Corruption is a corrupting power, said Maduro.\n\nIt was dark."}
{"v":1,"guid":"bare","headline":"Undated","body":"Nothing of note. DROUGHT."}
)";

}  // namespace

TEST_CASE("every form of the query language finds what it says", "[index]") {
    TempArchive temp;
    temp.take("news.jsonl", news);
    struct {
        const char *query, *found;
    } cases[] = {
        // words
        {"", "4: dam pie cap bare"},
        {"price", "2: dam cap"},
        {"=price", "1: cap"},
        {"Apples", "2: pie cap"},
        {"=APPLES", "1: cap"},
        {"corrupt*", "1: dam"},
        {"*burger", "1: pie"},
        {"organi?ation", "1: pie"},
        {"o*tion", "1: pie"},
        {"p?ice", "1: cap"},
        {"p?ice*", "2: dam cap"},
        {"madura~1", "1: dam"},
        {"madurra~1", "0:"},
        {"madurra~2", "1: dam"},
        {"rpice~1", "1: cap"},
        {"US", "1: cap"},
        {"U.S.", "1: cap"},
        // phrases
        {"\"prime minister\"", "1: dam"},
        {"\"minister prime\"", "0:"},
        {"\"minister prime\"~1", "1: dam"},
        {"\"minister minister minister\"~9", "1: dam"},
        {"\"minister minister minister minister\"~9", "0:"},
        {"\"prime min*\"", "1: dam"},
        {"headline:\"price cap\"", "1: cap"},
        {"body:\"price cap\"", "0:"},
        {"\"cap agreed port elmo\"", "0:"},  // headline and body
        // distances
        {"price NEAR/3 oil", "1: cap"},
        {"oil NEAR/1 price", "1: cap"},
        {"price ADJ/1 oil", "0:"},
        {"body:(price ADJ/2 oil)", "0:"},
        {"body:(price ADJ/3 oil)", "1: cap"},
        {"body:(oil W/2 price)", "0:"},
        {"body:(oil W/3 price)", "1: cap"},
        {"(crude OR raw) W/2 \"the price of\"", "1: cap"},
        {"(price ADJ/3 oil) ADJ/1 rose", "1: cap"},
        {"prime ADJ/9 (first OR second) ADJ/9 state", "1: dam"},
        {"prim* W/1 minster~1", "1: dam"},
        {"die W/5 other", "1: dam"},
        {"price NOT W/2 oil", "2: dam cap"},
        {"headline:(price NOT W/2 oil)", "0:"},
        {"minister NOT W/1 (prime OR first)", "2: dam cap"},
        {"minister NOT W/4 (prime OR first)", "1: cap"},
        {"price ADJ/3 price", "0:"},
        {"(prime first) W/5 minister", "1: dam"},
        // sentences and paragraphs
        {"price W/S rose", "1: cap"},
        {"rose W/S ministers", "0:"},
        {"ministers W/S jan", "1: cap"},
        {"rose W/P gas", "1: cap"},
        {"rose W/P apples", "0:"},
        {"minister PRE/S state", "1: dam"},
        {"state PRE/S minister", "0:"},
        {"agreed W/P port", "0:"},
        {"oil NOT W/S price", "1: dam"},
        // capitals, counts, beginnings
        {"caps(apple)", "2: pie cap"},
        {"headline:caps(apple)", "1: pie"},
        {"body:caps(=apple)", "1: cap"},
        {"nocaps(=apple)", "1: pie"},
        {"allcaps(rico)", "1: pie"},
        {"allcaps(drought)", "1: bare"},
        {"caps(\"apple inc\")", "1: cap"},
        {"atleast3(drought)", "1: pie"},
        {"atleast4(drought)", "0:"},
        {"atleast2(\"of apple\" OR apple)", "2: pie cap"},
        {"first4(price)", "1: cap"},
        {"first3(price)", "0:"},
        // fields
        {"headline:oil", "1: cap"},
        {"subheadline:oil", "1: dam"},
        {"hlead:oil", "1: cap"},
        {"lead:oil", "1: cap"},
        {"lead:apple", "1: pie"},
        {"lead:dark OR lead:=apples", "0:"},
        {"hlead:(dam OR apples)", "2: dam pie"},
        {"headline:(oil OR dam)", "2: dam cap"},
        {"byline:roe", "1: cap"},
        {"author:\"jane roe\"", "1: cap"},
        {"source:harbour*", "2: dam cap"},
        {"source:*post", "2: dam pie"},
        {"has:byline", "1: cap"},
        {"has:lead", "4: dam pie cap bare"},
        // dates and numbers
        {"date:2025", "2: pie cap"},
        {"date:2025-08-10..2025-08-12", "1: pie"},
        {"date:none", "1: bare"},
        {"words:<6", "1: bare"},
        {"copies:>3", "0:"},
        // groups
        {"oil OR apple", "3: dam pie cap"},
        {"NOT oil", "2: pie bare"},
        {"oil -price", "0:"},
        {"drought NOT rico", "1: bare"},
        {"saved:missing drought", "2: pie bare"},
    };
    for (const auto& [query, found] : cases) {
        INFO(query);
        CHECK(temp.found(query) == found);
    }
}

TEST_CASE("a date counts from the time of the request", "[index]") {
    using namespace std::chrono;
    TempArchive temp;
    temp.take("news.jsonl", news);
    const auto total = [&](const std::string& query) {
        return ArchiveReader(temp.archive())
            .search({.query = query, .now = sys_days{2025y / September / 29} + 12h})
            .total;
    };
    CHECK(total("date:yesterday") == 1);
    CHECK(total("date:-2m..") == 2);
    CHECK(total("date:today") == 0);
    CHECK(total("added:-1d..") == 4);
}

TEST_CASE("a wildcard that stands for too many words says so", "[index]") {
    TempArchive temp;
    std::string body;
    for (int i = 0; i < 5000; ++i) body += "w" + std::to_string(i) + " ";
    temp.take("a.jsonl", "{\"v\":1,\"guid\":\"a\",\"headline\":\"x\",\"body\":\"" + body + "\"}\n");
    const auto result = ArchiveReader(temp.archive()).search({.query = "w*"});
    CHECK(result.total == 1);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].code == "expansion-capped");
    CHECK_THROWS_AS(ArchiveReader(temp.archive()).search({.query = "w* w?* *w* w??* w*?*"}), Error);
}

TEST_CASE("hostile queries are answered", "[index]") {
    TempArchive temp;
    std::string body;
    for (int i = 0; i < 50'000; ++i) body += "a ";
    temp.take("a.jsonl", "{\"v\":1,\"guid\":\"a\",\"headline\":\"x\",\"body\":\"" + body + "\"}\n");
    const ArchiveReader reader(temp.archive());
    std::string chain = "a";
    for (int i = 0; i < 20; ++i) chain += " W/500 a";
    CHECK(reader.search({.query = chain}).total == 1);
    CHECK(reader.search({.query = "atleast9999(a W/500 a)"}).total == 1);
    CHECK(reader.search({.query = "\"a a a a a a a a b\"~9"}).total == 0);
    CHECK(reader.search({.query = "a NOT W/1 a"}).total == 0);
}
