#include <algorithm>
#include <cmath>
#include <morgue/evaluation.hpp>
#include <random>

namespace morgue {

namespace {

int grade(const std::map<std::string, int>& judged, const std::string& document) {
    const auto found = judged.find(document);
    return found == judged.end() ? 0 : std::max(0, found->second);
}

std::size_t relevant(const std::map<std::string, int>& judged) {
    return std::size_t(std::count_if(judged.begin(), judged.end(),
                                     [](const auto& each) { return each.second > 0; }));
}

double discounted(int gain, std::size_t rank) {
    return gain / std::log2(double(rank) + 1);
}

double average_precision(const std::vector<std::string>& documents,
                         const std::map<std::string, int>& judged) {
    double sum = 0, found = 0;
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (grade(judged, documents[i])) sum += ++found / double(i + 1);
    return sum / double(relevant(judged));
}

double ndcg(const std::vector<std::string>& documents, const std::map<std::string, int>& judged,
            std::size_t depth) {
    std::vector<int> best;
    for (const auto& [document, each] : judged) best.push_back(std::max(0, each));
    std::sort(best.rbegin(), best.rend());
    double gain = 0, ideal = 0;
    for (std::size_t i = 0; i < depth; ++i) {
        if (i < documents.size()) gain += discounted(grade(judged, documents[i]), i + 1);
        if (i < best.size()) ideal += discounted(best[i], i + 1);
    }
    return gain / ideal;
}

double found_within(const std::vector<std::string>& documents,
                    const std::map<std::string, int>& judged, std::size_t depth) {
    double found = 0;
    for (std::size_t i = 0; i < std::min(depth, documents.size()); ++i)
        found += grade(judged, documents[i]) > 0;
    return found;
}

double reciprocal_rank(const std::vector<std::string>& documents,
                       const std::map<std::string, int>& judged) {
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (grade(judged, documents[i])) return 1 / double(i + 1);
    return 0;
}

// How many of the ways to swap a topic's two scores give a sum at least as far from 0.
class Swaps {
public:
    explicit Swaps(std::vector<double> differences) : differences_(std::move(differences)) {
        for (const double each : differences_) observed_ += each;
        observed_ = std::abs(observed_);
    }

    double all() const {
        const std::uint64_t ways = std::uint64_t(1) << differences_.size();
        std::uint64_t as_far = 0;
        for (std::uint64_t signs = 0; signs < ways; ++signs) as_far += is_as_far(signs);
        return double(as_far) / double(ways);
    }
    double drawn(int drawings) const {
        std::mt19937_64 dice(1);
        int as_far = 0;
        for (int i = 0; i < drawings; ++i) as_far += is_as_far(dice);
        return double(as_far + 1) / double(drawings + 1);
    }

private:
    bool is_as_far(std::uint64_t signs) const {
        double sum = 0;
        for (const double each : differences_) {
            sum += signs & 1 ? each : -each;
            signs >>= 1;
        }
        return far(sum);
    }
    bool is_as_far(std::mt19937_64& dice) const {
        double sum = 0;
        std::uint64_t signs = 0;
        for (std::size_t i = 0; i < differences_.size(); ++i, signs >>= 1) {
            if (i % 64 == 0) signs = dice();
            sum += signs & 1 ? differences_[i] : -differences_[i];
        }
        return far(sum);
    }
    bool far(double sum) const { return std::abs(sum) >= observed_ - 1e-12; }

    std::vector<double> differences_;
    double observed_ = 0;
};

}  // namespace

std::string Measure::name() const {
    switch (kind) {
        case Kind::average_precision:
            return "map";
        case Kind::ndcg:
            return "ndcg@" + std::to_string(depth);
        case Kind::precision:
            return "p@" + std::to_string(depth);
        case Kind::recall:
            return "recall@" + std::to_string(depth);
        case Kind::reciprocal_rank:
            return "mrr";
    }
    return {};
}

std::vector<Measure> measures_at(const std::vector<std::size_t>& depths) {
    using Kind = Measure::Kind;
    std::vector<Measure> out{{Kind::average_precision, 0}, {Kind::reciprocal_rank, 0}};
    for (const Kind kind : {Kind::ndcg, Kind::precision, Kind::recall})
        for (const std::size_t depth : depths) out.push_back({kind, depth});
    return out;
}

double score(const Measure& measure, const std::vector<std::string>& documents,
             const std::map<std::string, int>& judged) {
    switch (measure.kind) {
        case Measure::Kind::average_precision:
            return average_precision(documents, judged);
        case Measure::Kind::ndcg:
            return ndcg(documents, judged, measure.depth);
        case Measure::Kind::precision:
            return found_within(documents, judged, measure.depth) / double(measure.depth);
        case Measure::Kind::recall:
            return found_within(documents, judged, measure.depth) / double(relevant(judged));
        case Measure::Kind::reciprocal_rank:
            return reciprocal_rank(documents, judged);
    }
    return 0;
}

std::vector<TopicScores> evaluate(const TrecRun& run, const Judgements& judgements,
                                  const std::vector<Measure>& measures) {
    static const std::vector<std::string> nothing;
    std::vector<TopicScores> out;
    for (const auto& [topic, judged] : judgements) {
        if (relevant(judged) == 0) continue;
        const auto found = run.find(topic);
        TopicScores scores{topic, {}};
        for (const Measure& measure : measures)
            scores.values.push_back(
                score(measure, found == run.end() ? nothing : found->second, judged));
        out.push_back(std::move(scores));
    }
    return out;
}

double mean(const std::vector<TopicScores>& topics, std::size_t measure) {
    double sum = 0;
    for (const TopicScores& each : topics) sum += each.values[measure];
    return topics.empty() ? 0 : sum / double(topics.size());
}

double significance(const std::vector<TopicScores>& one, const std::vector<TopicScores>& other,
                    std::size_t measure) {
    constexpr std::size_t few = 16;
    std::vector<double> differences;
    for (std::size_t i = 0; i < one.size(); ++i) {
        const double difference = one[i].values[measure] - other[i].values[measure];
        if (difference != 0) differences.push_back(difference);
    }
    if (differences.size() <= few) return Swaps(std::move(differences)).all();
    return Swaps(std::move(differences)).drawn(100'000);
}

}  // namespace morgue
