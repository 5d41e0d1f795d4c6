#include "formats/reader.hpp"
#include "ingest/map_file.hpp"
#include "ingest/pipeline.hpp"
#include "ingest/spans.hpp"
#include "ingest/tally.hpp"

namespace morgue {

IngestReport parse(const IngestOptions& options, const std::function<void(const Article&)>& article,
                   const IngestObserver& observer, std::stop_token stop) {
    const auto spans = ingest::load_spans(options.spans);
    const ingest::Walked walked = ingest::walk(options.paths, {});
    ingest::Tally tally(walked, observer);
    if (spans) tally.faults(*spans);
    const auto map = ingest::load_map(options.map);
    const ingest::PipelineOptions how{.format = options.format,
                                      .map = map ? &map->rules : nullptr,
                                      .jobs = options.jobs,
                                      .entities = options.entities,
                                      .spans = spans.get(),
                                      .why = options.why};
    const bool finished =
        ingest::run_pipeline(walked.files, how, tally.bytes_read(), stop, [&](ingest::Item& item) {
            if (item.kind == ingest::Item::Kind::article) {
                article(item.analysed.article);
                tally.article(item.analysed.article, RecordOutcome::Status::stored);
            } else {
                tally.other(walked.files[item.file].path, item);
            }
        });
    return tally.report(!finished, spans.get());
}

std::vector<FormatInfo> readable_formats() {
    std::vector<FormatInfo> out;
    for (const formats::Format& format : formats::all_formats())
        out.push_back({format.name, format.summary});
    return out;
}

}  // namespace morgue
