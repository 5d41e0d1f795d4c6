#include "archive/corrections.hpp"

#include <atomic>

#include "core/file_source.hpp"

namespace morgue::archive {

std::string read_text(const std::filesystem::path& path) {
    std::error_code ignored;
    std::string text;
    if (!std::filesystem::exists(path, ignored)) return text;
    std::atomic<std::uint64_t> counted{0};
    core::FileSource source(path.string(), counted);
    char buffer[4096];
    while (const std::size_t got = source.read(buffer, sizeof buffer)) text.append(buffer, got);
    return text;
}

entities::Corrections load_corrections(const store::Layout& layout,
                                       std::vector<Problem>& problems) {
    const auto lines = entities::read_corrections(read_text(layout.corrections()));
    const std::size_t before = problems.size();
    problems.insert(problems.end(), lines.problems.begin(), lines.problems.end());
    entities::Corrections corrections(lines.corrections, problems);
    for (std::size_t i = before; i < problems.size(); ++i)
        problems[i].message = layout.corrections().string() + ": " + problems[i].message;
    return corrections;
}

}  // namespace morgue::archive
