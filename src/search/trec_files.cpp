// Reading TREC judgements and runs.
#include <algorithm>
#include <charconv>
#include <morgue/error.hpp>
#include <morgue/evaluation.hpp>

namespace morgue {

namespace {

std::vector<std::string_view> fields_of(std::string_view line) {
    constexpr std::string_view blanks = " \t\r";
    std::vector<std::string_view> out;
    for (std::size_t at = line.find_first_not_of(blanks); at != line.npos;) {
        const std::size_t end = std::min(line.find_first_of(blanks, at), line.size());
        out.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(blanks, end);
    }
    return out;
}

template <class Number>
bool read_number(std::string_view text, Number& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

[[noreturn]] void fail(const std::string& name, std::size_t line, const char* what,
                       const char* hint) {
    throw Error(Error::Kind::usage, name + ": line " + std::to_string(line) + " is no " + what,
                hint);
}

// Calls take(fields, number of the line) for every line that is not blank.
template <class Take>
void each_line(std::istream& in, Take&& take) {
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number)
        if (const auto fields = fields_of(line); !fields.empty()) take(fields, number);
}

struct Ranked {
    double score;
    std::string document;
};

std::vector<std::string> in_order(std::vector<Ranked> ranked) {
    std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.score != b.score ? a.score > b.score : a.document > b.document;
    });
    std::vector<std::string> out;
    for (Ranked& each : ranked) out.push_back(std::move(each.document));
    return out;
}

}  // namespace

Judgements read_judgements(std::istream& in, const std::string& name) {
    Judgements out;
    each_line(in, [&](const auto& fields, std::size_t line) {
        int grade = 0;
        if (fields.size() != 4 || !read_number(fields[3], grade))
            fail(name, line, "judgement", "a judgement is: topic 0 document grade");
        out[std::string(fields[0])][std::string(fields[2])] = grade;
    });
    return out;
}

TrecRun read_trec_run(std::istream& in, const std::string& name) {
    std::map<std::string, std::map<std::string, double>> scores;
    each_line(in, [&](const auto& fields, std::size_t line) {
        double score = 0;
        if (fields.size() != 6 || !read_number(fields[4], score) || score != score)
            fail(name, line, "line of a run", "a line is: topic Q0 document rank score tag");
        const auto [at, fresh] =
            scores[std::string(fields[0])].try_emplace(std::string(fields[2]), score);
        if (!fresh) at->second = std::max(at->second, score);
    });
    TrecRun out;
    for (auto& [topic, documents] : scores) {
        std::vector<Ranked> ranked;
        for (const auto& [document, score] : documents) ranked.push_back({score, document});
        out[topic] = in_order(std::move(ranked));
    }
    return out;
}

}  // namespace morgue
