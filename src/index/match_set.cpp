#include "index/match_set.hpp"

#include "index/guard.hpp"
#include "index/living.hpp"

namespace morgue::index {

namespace {

struct Stop {};

// Xapian goes through its databases in turn, and through each by document id, and shows every
// match once; what is thrown at it passes through.
class Visitor : public Xapian::MatchSpy {
public:
    explicit Visitor(const std::function<bool(Seq)>& visit) : visit_(visit) {}

    void operator()(const Xapian::Document& document, double) override {
        if (!visit_(document.get_docid())) throw Stop{};  // of the segment, so a seq
    }

private:
    const std::function<bool(Seq)>& visit_;
};

}  // namespace

void each_match(const Snapshot& snapshot, const Compiled& compiled, Seq after,
                const std::function<bool(Seq)>& visit) {
    if (snapshot.segments() == 0 || compiled.query.empty()) return;
    guard("the index", [&] {
        Xapian::Enquire enquire(snapshot.database());
        Visitor visitor(visit);
        enquire.set_query(newer(living(snapshot, compiled.query, compiled.as_of), after));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.add_matchspy(&visitor);
        try {
            enquire.get_mset(0, 0, snapshot.database().get_doccount());
        } catch (const Stop&) {
        }
    });
}

}  // namespace morgue::index
