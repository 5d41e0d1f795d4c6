#pragma once
// Finding people, organisations and places in an article.
#include <memory>
#include <morgue/article.hpp>
#include <vector>

namespace morgue::entities {

struct Model;

// Keeps words it has met. Not shared between threads; the model is.
class Recogniser {
public:
    Recogniser();  // with the model of the program
    explicit Recogniser(const Model& model);
    ~Recogniser();
    Recogniser(Recogniser&&) noexcept;
    Recogniser& operator=(Recogniser&&) noexcept;

    // The entities of headline and body, each with all its mentions, in order of first mention
    // (the headline comes first). Mentions do not overlap.
    std::vector<Entity> recognise(const Article& article);

private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

// Whether the model has learnt the language (BCP 47; empty: unknown, taken as learnt). In others
// only known places, and people behind a title, are found.
bool is_learnt(std::string_view language);

}  // namespace morgue::entities
