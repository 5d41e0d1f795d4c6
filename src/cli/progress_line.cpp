#include "cli/progress_line.hpp"

#include "render/progress.hpp"

namespace morgue::cli {

ProgressLine::ProgressLine(Console& console)
    : console_(console), wanted_(console.message_style().terminal && !console.quiet()) {}

void ProgressLine::update(const IngestProgress& progress) {
    if (!wanted_) return;
    const auto now = Clock::now();
    if (now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    drawn_ = true;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const std::size_t room = console_.message_style().width - 1;
    console_.message("\r\x1b[K" + render::cut(render::progress_text(progress, seconds), room));
}

void ProgressLine::clear() {
    if (drawn_) console_.message("\r\x1b[K");
    drawn_ = false;
}

}  // namespace morgue::cli
