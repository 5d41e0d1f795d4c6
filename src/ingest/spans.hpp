#pragma once
// The file that says who is named where (--spans).
#include <memory>
#include <string>

#include "formats/spans_file.hpp"

namespace morgue::ingest {

// Nothing for an empty path. Throws as SpansFile does.
inline std::unique_ptr<formats::SpansFile> load_spans(const std::string& path) {
    return path.empty() ? nullptr : std::make_unique<formats::SpansFile>(path);
}

}  // namespace morgue::ingest
