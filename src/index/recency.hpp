#pragma once
// What an article's being recent adds to its score.
#include <xapian.h>
#include <chrono>

namespace morgue::index {

// `worth` for an article as new as `today`, half of it after each half life; nothing for the
// undated.
class RecencySource : public Xapian::ValuePostingSource {
public:
    RecencySource(double worth, std::chrono::sys_seconds today);

    double get_weight() const override;
    RecencySource* clone() const override { return new RecencySource(worth_, today_); }
    void init(const Xapian::Database& segment) override;
    std::string get_description() const override { return "Recency"; }

private:
    double worth_;
    std::chrono::sys_seconds today_;
};

// The date of the newest article, or now if that is earlier: an archive of old news has its recent
// articles, too, and a misdated one does not make all others old.
std::chrono::sys_seconds today_of(const Xapian::Database& database);

}  // namespace morgue::index
