#include "render/evaluation.hpp"

#include <cstdio>

#include "render/json_writer.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

constexpr std::size_t name_width = 14, number_width = 10;

std::string fixed(const char* format, double value) {
    char out[40];
    std::snprintf(out, sizeof out, format, value);
    return out;
}

void add_header(std::string& to, const Style& style, std::string_view first,
                std::initializer_list<std::string_view> columns) {
    std::string row;
    append_cell(row, first, name_width);
    for (const std::string_view column : columns) append_number(row, column, number_width);
    paint(to, style, Ink::label, row);
    to += '\n';
}

void add_means(std::string& to, const Evaluation& evaluation, const Style& style) {
    const bool two = !evaluation.against.empty();
    if (two) add_header(to, style, "", {"against", "run", "change", "p"});
    for (std::size_t m = 0; m < evaluation.measures.size(); ++m) {
        append_cell(to, evaluation.measures[m].name(), name_width);
        const double value = mean(evaluation.run, m);
        if (two) {
            const double before = mean(evaluation.against, m);
            append_number(to, fixed("%.4f", before), number_width);
            append_number(to, fixed("%.4f", value), number_width);
            append_number(to, before > 0 ? fixed("%+.1f%%", (value / before - 1) * 100) : "",
                          number_width);
            const double p = significance(evaluation.run, evaluation.against, m);
            append_number(to, p < 0.0001 ? "<0.0001" : fixed("%.4f", p), number_width);
        } else {
            append_number(to, fixed("%.4f", value), number_width);
        }
        to += '\n';
    }
}

void add_topics(std::string& to, const Evaluation& evaluation, const Style& style) {
    std::string row;
    append_cell(row, "topic", name_width);
    for (const Measure& measure : evaluation.measures)
        append_number(row, measure.name(), number_width + 1);
    paint(to, style, Ink::label, row);
    to += '\n';
    for (const TopicScores& topic : evaluation.run) {
        append_cell(to, topic.topic, name_width);
        for (const double value : topic.values)
            append_number(to, fixed("%.4f", value), number_width + 1);
        to += '\n';
    }
    to += '\n';
}

}  // namespace

void text_evaluation(std::string& to, const Evaluation& evaluation, const Style& style) {
    if (evaluation.topics) add_topics(to, evaluation, style);
    add_means(to, evaluation, style);
    paint(to, style, Ink::faint, "over " + grouped(evaluation.run.size()) + " topics");
    to += '\n';
}

void json_evaluation(std::string& to, const Evaluation& evaluation) {
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1));
    json.key("topics").number(std::uint64_t(evaluation.run.size()));
    json.key("measures").open('{');
    for (std::size_t m = 0; m < evaluation.measures.size(); ++m) {
        json.key(evaluation.measures[m].name()).open('{');
        json.key("mean").number(mean(evaluation.run, m));
        if (!evaluation.against.empty()) {
            json.key("against").number(mean(evaluation.against, m));
            json.key("p").number(significance(evaluation.run, evaluation.against, m));
        }
        json.close('}');
    }
    json.close('}');
    if (evaluation.topics) {
        json.key("by_topic").open('{');
        for (const TopicScores& topic : evaluation.run) {
            json.key(topic.topic).open('{');
            for (std::size_t m = 0; m < evaluation.measures.size(); ++m)
                json.key(evaluation.measures[m].name()).number(topic.values[m]);
            json.close('}');
        }
        json.close('}');
    }
    json.close('}');
    to += '\n';
}

}  // namespace morgue::render
