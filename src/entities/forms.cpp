#include "entities/forms.hpp"

namespace morgue::entities {

std::size_t Forms::slot(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = ((hash * 0x9FB21C651E98DF25u) >> 40) & mask;
    while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
    return at;
}

Forms::Form& Forms::at(std::uint64_t hash) {
    if (hash == 0) hash = 1;
    std::size_t at = slot(hash);
    if (slots_[at].hash == hash) return slots_[at];
    if (used_.size() * 2 >= slots_.size()) {
        grow();
        at = slot(hash);
    }
    slots_[at].hash = hash;
    used_.push_back(std::uint32_t(at));
    return slots_[at];
}

const Forms::Form* Forms::find(std::uint64_t hash) const {
    const std::size_t at = slot(hash == 0 ? 1 : hash);
    return slots_[at].hash ? &slots_[at] : nullptr;
}

void Forms::clear() {
    for (const std::uint32_t at : used_) slots_[at] = {};
    used_.clear();
}

void Forms::grow() {
    std::vector<Form> forms;
    for (const std::uint32_t at : used_) forms.push_back(slots_[at]);
    slots_.assign(slots_.size() * 2, {});
    used_.clear();
    for (const Form& form : forms) {
        const std::size_t at = slot(form.hash);
        slots_[at] = form;
        used_.push_back(std::uint32_t(at));
    }
}

}  // namespace morgue::entities
