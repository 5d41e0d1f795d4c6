#pragma once
// How good a ranking is, by judgements of people: the measures of trec_eval (its option -c: a topic
// that a run lacks counts as 0).
#include <cstddef>
#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

// {topic: {document: grade}}; a grade above 0 is relevant.
using Judgements = std::map<std::string, std::map<std::string, int>>;

// {topic: documents}, best first: by falling score, equal scores by falling document name, as
// trec_eval reads a run whatever its ranks say.
using TrecRun = std::map<std::string, std::vector<std::string>>;

// Lines "topic 0 document grade" and "topic Q0 document rank score tag". Throws Error usage naming
// `name` and the line that is neither.
Judgements read_judgements(std::istream& in, const std::string& name);
TrecRun read_trec_run(std::istream& in, const std::string& name);

struct Measure {
    enum class Kind { average_precision, ndcg, precision, recall, reciprocal_rank };

    Kind kind = Kind::average_precision;
    std::size_t depth = 0;  // of ndcg, precision, recall: the first so many documents

    std::string name() const;  // "map", "ndcg@10", "p@10", "recall@100", "mrr"
};

// MAP, reciprocal rank, and at each depth nDCG, precision and recall.
std::vector<Measure> measures_at(const std::vector<std::size_t>& depths);

// Of one topic.
double score(const Measure& measure, const std::vector<std::string>& documents,
             const std::map<std::string, int>& judged);

// Of every topic that has a relevant document.
struct TopicScores {
    std::string topic;
    std::vector<double> values;  // by measure
};
std::vector<TopicScores> evaluate(const TrecRun& run, const Judgements& judgements,
                                  const std::vector<Measure>& measures);

double mean(const std::vector<TopicScores>& topics, std::size_t measure);

// How likely so great a difference of two runs is by chance: a paired randomisation test (Smucker,
// Allan and Carterette 2007), two-sided. Exact up to 16 topics that differ, else by 100,000
// drawings that are always the same. Both lists have the same topics.
double significance(const std::vector<TopicScores>& one, const std::vector<TopicScores>& other,
                    std::size_t measure);

}  // namespace morgue
