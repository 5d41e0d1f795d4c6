#pragma once
// The entities of a JSON record: who is named, and where.
#include <memory>
#include <morgue/article.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace simdjson::dom {
class element;
}

namespace morgue::formats {

// "person", and what others call it: "PER"; nothing for what is none of ours.
std::optional<Entity::Kind> find_entity_type(std::string_view name);

// Adds entities to an article whose texts are tidied already. What cannot be read or placed is
// dropped with a Problem.
class EntityReader {
public:
    // Mentions count the code points of `headline` and `body`: the texts as they were written.
    EntityReader(Article& article, std::string_view headline, std::string_view body);
    ~EntityReader();

    // What Problems begin with from here on. Each place has one at most, an article ten.
    void from(std::string where);

    // An entity with its mentions.
    void read(const simdjson::dom::element& value);
    // A mention with its type, added to the entity of that name; without a name, its text is one.
    void read_mention(const simdjson::dom::element& value);

    std::size_t dropped() const { return dropped_; }

private:
    struct Texts;

    std::optional<Mention> mention(const simdjson::dom::element& value) const;
    void add(Entity::Kind kind, std::string name, const Mention& mention);
    void complain(const std::string& message);

    Article& article_;
    std::unique_ptr<Texts> texts_;
    std::string where_;
    bool complained_ = false;
    std::size_t complaints_ = 0, dropped_ = 0;
};

// Reads the value of "entities" into an article whose headline and body are set, as they were
// written; tidies both, since mentions are kept as places in the text as it will be stored.
void read_entities(const simdjson::dom::element& value, Article& article);

}  // namespace morgue::formats
