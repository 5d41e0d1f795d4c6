// Makes the entity model (corpus/entities/entities.model); scripts/train-entities runs it.
//
//   train-entities clusters VECTORS.json CLUSTERS.tsv
//   train-entities train DATA CLUSTERS.tsv MODEL LIST.tsv... [--rounds 8] [--seeds 5] ...
//   train-entities score MODEL FILE.conll...
//   train-entities atlas PLACES.tsv ATLAS      for scripts/make-atlas
//   train-entities errors MODEL FILE.conll     every name missed or invented, in its sentence
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "atlas_writer.hpp"
#include "clusters.hpp"
#include "core/files.hpp"
#include "entities/tokenise.hpp"
#include "learner.hpp"
#include "mix.hpp"

namespace {

using namespace morgue;
using namespace morgue::train;

struct Arguments {
    std::vector<std::string> names;
    std::map<std::string, std::string> options;

    std::string text(const std::string& name) const {
        const auto found = options.find(name);
        return found == options.end() ? "" : found->second;
    }
    double number(const std::string& name, double otherwise) const {
        const auto found = options.find(name);
        return found == options.end() ? otherwise : std::stod(found->second);
    }
};

Arguments arguments(int count, char** values) {
    Arguments found;
    for (int n = 1; n < count; ++n) {
        const std::string value = values[n];
        if (value.starts_with("--") && n + 1 < count)
            found.options[value.substr(2)] = values[++n];
        else
            found.names.push_back(value);
    }
    return found;
}

LearnerOptions learner_options(const Arguments& given) {
    LearnerOptions options;
    options.rounds = int(given.number("rounds", options.rounds));
    options.seeds = unsigned(given.number("seeds", options.seeds));
    options.least = unsigned(given.number("least", options.least));
    options.dropout = given.number("dropout", options.dropout);
    options.rows = std::size_t(given.number("rows", double(options.rows)));
    options.perceptron = given.number("perceptron", options.perceptron) != 0;
    options.step = float(given.number("step", options.step));
    options.decay = float(given.number("decay", options.decay));
    return options;
}

void print(const std::string& name, const Score& score) {
    const auto all = score.all();
    std::printf("%-28s F1 %.2f P %.2f R %.2f  PER %.2f ORG %.2f LOC %.2f (%zu)\n", name.c_str(),
                all.f1(), 100.0 * double(all.right) / double(std::max<std::size_t>(all.found, 1)),
                100.0 * double(all.right) / double(std::max<std::size_t>(all.wanted, 1)),
                score.kinds[0].f1(), score.kinds[1].f1(), score.kinds[2].f1(), all.wanted);
}

// Calls f(text, names found) for every document.
template <class F>
void recognise(const entities::Model& model, const Corpus& corpus, Recase recase, F&& f) {
    entities::WordCache words(model.lexicon);
    entities::Tagger tagger(model);
    for (std::size_t n = 0; n < corpus.size(); ++n) {
        const AnnotatedText text = corpus.text(n, recase);
        entities::Document document;
        entities::Forms forms;
        entities::tokenise(text.text, 0, text.text.size(), words, document);
        entities::read_context(document, model.lexicon, forms);
        f(text, names(document, tagger.tag(document, forms)));
    }
}

Score score(const entities::Model& model, const Corpus& corpus, Recase recase) {
    Score score;
    recognise(model, corpus, recase,
              [&](const AnnotatedText& text, const std::vector<Name>& found) {
                  score.add(found, text.names);
              });
    return score;
}

void print_errors(const std::string& sign, const AnnotatedText& text,
                  const std::vector<Name>& names, const std::vector<Name>& others) {
    for (const Name& name : names) {
        if (std::ranges::find(others, name) != others.end()) continue;
        const std::size_t begin = name.begin < 50 ? 0 : name.begin - 50;
        std::string around = text.text.substr(begin, name.begin - begin) + "[" +
                             text.text.substr(name.begin, name.end - name.begin) + "]" +
                             text.text.substr(name.end, 50);
        std::ranges::replace(around, '\n', ' ');
        constexpr std::array kinds{"PER", "ORG", "LOC"};
        std::cout << sign << ' ' << kinds[std::size_t(name.kind)] << ' ' << around << '\n';
    }
}

void show_errors(const std::string& file, const std::string& corpus) {
    const core::MappedFile bytes(file);
    const entities::Model model(bytes.bytes());
    recognise(model, Corpus(corpus), Recase::none,
              [](const AnnotatedText& text, const std::vector<Name>& found) {
                  print_errors("missed", text, text.names, found);
                  print_errors("extra ", text, found, text.names);
              });
}

void score_files(std::string_view bytes, const std::vector<std::string>& files) {
    const AlignedBytes file(bytes);
    const entities::Model model(file.bytes());
    for (const std::string& path : files) {
        const Corpus corpus(path);
        const std::string name = path.substr(path.rfind('/') + 1);
        print(name, score(model, corpus, Recase::none));
        print(name + " capitals", score(model, corpus, Recase::caps));
        print(name + " title case", score(model, corpus, Recase::title));
    }
}

void train_model(const Arguments& given) {
    const std::string &data = given.names[1], &clusters = given.names[2], &out = given.names[3];
    Gazetteer gazetteer;
    for (std::size_t n = 4; n < given.names.size(); ++n) gazetteer.read(given.names[n]);
    std::cerr << gazetteer.entries().size() << " entries in the gazetteer\n";
    const AlignedBytes unlearnt(model_file({}, gazetteer, clusters));
    const entities::Model knowledge(unlearnt.bytes());
    entities::WordCache words(knowledge.lexicon);
    const std::string without = given.text("without");
    std::vector<Lesson> lessons = read_lessons(data, words, knowledge.lexicon, without);
    const Learnt learnt = learn(lessons, learner_options(given));
    const std::string file = model_file(learnt, gazetteer, clusters);
    std::ofstream(out, std::ios::binary) << file;
    std::cerr << out << ": " << file.size() << " bytes\n";
    std::vector<std::string> held_out{data + "/pud.news.conll"};
    for (const auto& entry : std::filesystem::directory_iterator(data))
        if (!without.empty() && entry.path().filename().string().starts_with(without))
            held_out.push_back(entry.path());
    score_files(file, held_out);
}

int run(const Arguments& given) {
    const std::string command = given.names.empty() ? "" : given.names[0];
    if (command == "clusters" && given.names.size() == 3)
        make_clusters(given.names[1], given.names[2]);
    else if (command == "train" && given.names.size() >= 5)
        train_model(given);
    else if (command == "score" && given.names.size() >= 3)
        score_files(core::MappedFile(given.names[1]).bytes(),
                    {given.names.begin() + 2, given.names.end()});
    else if (command == "atlas" && given.names.size() == 3)
        std::ofstream(given.names[2], std::ios::binary) << atlas_file(given.names[1]);
    else if (command == "errors" && given.names.size() == 3)
        show_errors(given.names[1], given.names[2]);
    else
        return std::cerr << "usage: train-entities clusters|train|score|atlas|errors ...\n", 2;
    return 0;
}

}  // namespace

int main(int count, char** values) {
    try {
        return run(arguments(count, values));
    } catch (const std::exception& error) {
        std::cerr << "train-entities: " << error.what() << "\n";
        return 1;
    }
}
