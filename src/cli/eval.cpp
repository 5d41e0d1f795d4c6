// morgue eval: how good a run is, by the judgements of people.
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <morgue/error.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "render/evaluation.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"against", 0, "RUN",       "a second run, to which the first is compared"},
    Option{"at",      0, "K",         "the depth of nDCG, precision and recall; repeatable (10 and 100)"},
    Option{"topics",  0, "",          "print each topic, too"},
    Option{"format",  0, "text|json", "how the measures are printed (text)"},
};

constexpr std::string_view text = R"(RUN is what `morgue trec` prints, QRELS has lines "topic 0 document grade". The measures are those of
trec_eval -c: a topic that the run lacks counts as 0. With a second run, p says how likely so great a
difference is by chance (a paired randomisation test, always with the same result).

  morgue trec topics.tsv > plain.run && morgue trec topics.tsv --expand > expanded.run
  morgue eval expanded.run qrels.txt --against plain.run
)";
// clang-format on

template <class Read>
auto read_file(const std::string& path, Read&& read) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(Error::Kind::io, "cannot read " + path + ": " + std::strerror(errno),
                    "name a file of TREC's format");
    return read(file, path);
}

std::vector<std::size_t> depths(const Arguments& arguments) {
    std::vector<std::size_t> out;
    for (const std::string& text_ : arguments.values("at")) {
        std::size_t depth = 0;
        const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), depth);
        if (error != std::errc{} || end != text_.data() + text_.size() || depth == 0 ||
            depth > 1'000'000)
            throw Error(Error::Kind::usage, "--at: '" + text_ + "' is no depth",
                        "give a whole number from 1, e.g. --at 10");
        if (std::find(out.begin(), out.end(), depth) == out.end()) out.push_back(depth);
    }
    return out.empty() ? std::vector<std::size_t>{10, 100} : out;
}

}  // namespace

const Manual eval_manual{options, text};

int eval(const Arguments& arguments, Console& console) {
    const Judgements judgements = read_file(arguments.operands()[1], read_judgements);
    render::Evaluation evaluation{measures_at(depths(arguments)), {}, {}, arguments.has("topics")};
    const auto scores = [&](const std::string& path) {
        return evaluate(read_file(path, read_trec_run), judgements, evaluation.measures);
    };
    evaluation.run = scores(arguments.operands()[0]);
    if (evaluation.run.empty())
        throw Error(Error::Kind::usage,
                    arguments.operands()[1] + " has no topic with a relevant document",
                    "its lines are: topic 0 document grade");
    if (arguments.has("against")) evaluation.against = scores(arguments.value("against"));
    std::string out;
    if (arguments.value("format", "text") == "json")
        render::json_evaluation(out, evaluation);
    else
        render::text_evaluation(out, evaluation, console.style());
    console.write(out);
    return done;
}

}  // namespace morgue::cli
