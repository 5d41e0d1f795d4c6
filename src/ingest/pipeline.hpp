#pragma once
// Files in, analysed articles out, in order: one thread reads, several analyse, the caller
// consumes.
#include <atomic>
#include <functional>
#include <morgue/ingest.hpp>
#include <stop_token>

#include "formats/field_map.hpp"
#include "ingest/analyse.hpp"
#include "ingest/walk.hpp"

namespace morgue::ingest {

// What the consumer is handed, in input order.
struct Item {
    enum class Kind { file_begins, article, failed, passed_over, file_ends };

    Kind kind = Kind::article;
    std::size_t file = 0;  // index in the list of files
    std::string member;    // in the file, where it is an archive
    std::uint64_t record = 0;
    core::Draft draft;  // until it is analysed
    Analysed analysed;
    std::string code, message;  // of a failed record, or of a file that broke off
};

// "archive.tar.gz!dir/story.xml": where a record is, as users are told.
std::string place_of(const std::string& path, const std::string& member);

struct PipelineOptions {
    std::string format;  // empty: found from the content
    const formats::FieldMap* map = nullptr;
    unsigned jobs = 0;
    bool entities = true;
    const formats::SpansFile* spans = nullptr;
    bool to_index = false;
    bool why = false;  // note where each field comes from
};

// Throws what the consumer throws. Returns false when `stop` was asked for.
bool run_pipeline(const std::vector<store::FileState>& files, const PipelineOptions& options,
                  std::atomic<std::uint64_t>& bytes_read, std::stop_token stop,
                  const std::function<void(Item&)>& consume);

}  // namespace morgue::ingest
