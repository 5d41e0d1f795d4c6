#include "index/glass/inversion.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "index/glass/positions.hpp"
#include "index/term_hash.hpp"
#include "index/term_sort.hpp"

namespace morgue::index::glass {

namespace {

constexpr std::size_t first_slots = 1u << 16;
constexpr std::size_t stage = 6;  // terms between the steps of fetching ahead

}  // namespace

Inversion::Inversion() : slots_(first_slots) {}

void Inversion::add(const Entry& entry) {
    for (std::size_t i = 0; i < entry.terms.size(); ++i) {
        fetch_ahead(entry, i);
        const Entry::Term& term = entry.terms[i];
        List& to = list(entry.text(term), term.hash);
        char head[3 * max_uint];
        char* end = write_uint(head, entry.seq - to.last - 1);
        to.last = entry.seq;
        ++to.documents;
        to.wdf += term.wdf;
        end = write_uint(end, std::uint64_t(term.wdf) << 1 | (term.count ? 1 : 0));
        if (term.count == 0) {
            append(to, head, std::size_t(end - head));
            continue;
        }
        positions_.clear();
        put_positions(positions_, {entry.positions.data() + term.positions, term.count});
        end = write_uint(end, positions_.size());
        append(to, head, std::size_t(end - head));
        append(to, positions_.data(), positions_.size());
    }
}

// Most of the time goes into waiting for memory: a term's slot is fetched well before it is
// needed, then its list, then the end of the list.
void Inversion::fetch_ahead(const Entry& entry, std::size_t i) const {
    const auto slot = [&](std::size_t ahead) {
        return &slots_[entry.terms[ahead].hash & (slots_.size() - 1)];
    };
    if (i + 3 * stage < entry.terms.size()) __builtin_prefetch(slot(i + 3 * stage));
    if (i + 2 * stage < entry.terms.size())
        if (const std::uint32_t number = *slot(i + 2 * stage))
            __builtin_prefetch(&lists_[number - 1]);
    if (i + stage < entry.terms.size())
        if (const std::uint32_t number = *slot(i + stage)) {
            __builtin_prefetch(texts_.at(lists_[number - 1].text));
            __builtin_prefetch(slices_.at(lists_[number - 1].tail), 1);
        }
}

std::size_t Inversion::memory() const {
    return texts_.memory() + slices_.memory() + lists_.capacity() * sizeof(List) +
           slots_.size() * sizeof(std::uint32_t);
}

Inversion::List& Inversion::list(std::string_view wanted, std::uint32_t hash) {
    const std::uint64_t leading = leading_bytes(wanted);
    for (std::size_t at = hash & (slots_.size() - 1); true; at = (at + 1) & (slots_.size() - 1)) {
        if (!slots_[at]) return insert(wanted, leading, hash, at);
        List& list = lists_[slots_[at] - 1];
        if (list.leading == leading && list.length == wanted.size() &&
            same_rest(texts_.at(list.text), wanted.data(), wanted.size()))
            return list;
    }
}

Inversion::List& Inversion::insert(std::string_view wanted, std::uint64_t leading,
                                   std::uint32_t hash, std::size_t slot) {
    List list{};
    list.leading = leading;
    list.text = texts_.take(std::uint32_t(wanted.size()));
    std::memcpy(texts_.at(list.text), wanted.data(), wanted.size());
    list.length = std::uint8_t(wanted.size());
    list.hash = hash;
    list.head = list.tail = slices_.take(first_slice);
    list.room = first_slice - link_bytes;
    lists_.push_back(list);
    slots_[slot] = std::uint32_t(lists_.size());
    if (lists_.size() * 2 > slots_.size()) grow();
    return lists_.back();
}

void Inversion::grow() {
    slots_.assign(slots_.size() * 2, 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t i = 0; i < lists_.size(); ++i) {
        std::size_t at = lists_[i].hash & mask;
        while (slots_[at]) at = (at + 1) & mask;
        slots_[at] = i + 1;
    }
}

void Inversion::append(List& list, const char* bytes, std::size_t size) {
    while (size > list.room) {
        std::memcpy(slices_.at(list.tail), bytes, list.room);
        bytes += list.room;
        size -= list.room;
        list.tail += list.room;
        next_slice(list);
    }
    std::memcpy(slices_.at(list.tail), bytes, size);
    list.tail += std::uint32_t(size);
    list.room -= std::uint32_t(size);
}

void Inversion::next_slice(List& list) {
    list.level = next_level(list.level);
    const std::uint32_t bytes = slice_bytes(list.level);
    const Arena::Place next = slices_.take(bytes);
    std::memcpy(slices_.at(list.tail), &next, link_bytes);
    list.tail = next;
    list.room = bytes - link_bytes;
}

std::vector<std::uint32_t> Inversion::in_order() const {
    std::vector<KeyedTerm> keyed(lists_.size());
    for (std::uint32_t i = 0; i < lists_.size(); ++i) keyed[i] = {lists_[i].leading, i};
    sort_terms(keyed, [&](std::uint32_t number) { return text(lists_[number]); });
    std::vector<std::uint32_t> out(keyed.size());
    std::transform(keyed.begin(), keyed.end(), out.begin(),
                   [](const KeyedTerm& term) { return term.second; });
    return out;
}

Inversion::Cursor::Cursor(const Inversion& inversion, const List& list)
    : slices_(inversion.slices_),
      left_(list.documents),
      at_(list.head),
      room_(first_slice - link_bytes) {}

bool Inversion::Cursor::next(Posting& posting) {
    if (left_ == 0) return false;
    --left_;
    last_ += Docid(uint()) + 1;
    const std::uint64_t wdf = uint();
    positions_.clear();
    if (wdf & 1) copy(positions_, std::size_t(uint()));
    posting = {last_, std::uint32_t(wdf >> 1), positions_};
    return true;
}

std::uint64_t Inversion::Cursor::uint() {
    std::uint64_t out = 0;
    for (unsigned shift = 0; true; shift += 7) {
        if (room_ == 0) follow();
        const auto byte = std::uint8_t(*slices_.at(at_++));
        --room_;
        out |= std::uint64_t(byte & 0x7F) << shift;
        if (byte < 0x80) return out;
    }
}

void Inversion::Cursor::copy(std::string& to, std::size_t bytes) {
    while (bytes) {
        if (room_ == 0) follow();
        const auto part = std::uint32_t(std::min<std::size_t>(room_, bytes));
        to.append(slices_.at(at_), part);
        at_ += part;
        room_ -= part;
        bytes -= part;
    }
}

void Inversion::Cursor::follow() {
    std::memcpy(&at_, slices_.at(at_), link_bytes);
    level_ = next_level(level_);
    room_ = slice_bytes(level_) - link_bytes;
}

}  // namespace morgue::index::glass
