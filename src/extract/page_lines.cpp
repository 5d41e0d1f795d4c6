#include "extract/page_lines.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

// Lower case. A line that begins so leads away from the article.
// clang-format off
constexpr std::string_view pointers[] = {
    // English
    "also read", "click here", "continue reading", "don't miss", "don’t miss", "follow @", "follow us",
    "further reading", "join our", "like this story", "listen:", "more from", "more great", "more news",
    "more on this", "more stories", "more:", "most read", "now read", "read also", "read more",
    "read next", "read our", "read:", "recommended", "related", "see also", "see more", "share this",
    "sign up", "story continues", "subscribe", "up next", "watch now", "watch:", "you may also like",
    "you might also", "get our", "download our", "support our", "enjoyed this",
    // Other languages
    "auch interessant", "das könnte sie auch", "lesen sie", "lesen sie auch", "lesetipp",
    "mehr zum thema", "siehe auch", "zum thema", "weiterlesen", "passend dazu", "weitere artikel",
    "a lire aussi", "à lire", "lire aussi", "lire la suite", "sur le même sujet", "voir aussi",
    "lea también", "lea tambien", "lea más", "lea mas", "lea:", "lee también", "lee tambien", "leer más",
    "ver también", "te puede interesar", "noticias relacionadas", "leia também", "leia mais",
    "saiba mais", "veja também", "leggi anche", "leggi tutto", "lees ook", "lees meer", "läs mer",
    "läs också", "les også", "læs også", "lue myös", "czytaj też", "czytaj także", "czytaj więcej",
    "zobacz też", "zobacz także", "čtěte také", "читайте также", "читать также",
};

// The whole line, without its last mark.
constexpr std::string_view lines[] = {
    "ad", "advert", "advertisement", "advertisement - continue reading below", "advertising", "anzeige",
    "article continues below", "comments", "kommentare", "loading", "print", "publicidad", "publicidade",
    "publicité", "pubblicità", "scroll down", "share", "skip advertisement", "skip ad", "sponsored",
    "story continues below", "story continues below advertisement", "teilen", "tweet", "werbung",
    "this slideshow requires javascript", "please enable javascript", "реклама",
};

constexpr std::string_view rights[] = {"©", "copyright ©", "copyright 1", "copyright 2", "(c) 1", "(c) 2"};
// Sentences below a text that begin so, and name a network or a channel of the publisher.
constexpr std::string_view calls[] = {
    "follow", "subscribe", "sign up", "join", "download", "like us", "get the", "get our", "for the latest", "to view the",
    "if you", "first-time", "click", "support", "submit", "send us", "don't miss", "don’t miss", "watch", "stay up",
    "síguenos", "sigue", "suscríbete", "únete", "descarga", "¿ya", "¡mira", "mira", "entérate", "te puede",
    "folgen sie", "folgt", "folge", "abonnieren", "jetzt", "melde", "registrier", "suivez", "abonnez", "rejoignez",
    "retrouvez", "téléchargez", "seguici", "iscriviti", "scarica", "siga", "inscreva", "receba", "volg", "följ",
    "obserwuj", "zapisz",
};
constexpr std::string_view channels[] = {
    "twitter", "facebook", "instagram", "whatsapp", "telegram", "youtube", "tiktok", "linkedin", "newsletter",
    "podcast", " app", "android", "subscri", "suscri", "abonn", "iscri", "@", "letter", "inbox", "sign up", "log in",
};
constexpr std::string_view picture_credits[] = {
    "photo:", "photos:", "photo by", "photo credit", "credit:", "image:", "images:", "picture:", "foto:", "fotos:",
    "bild:", "bilder:", "titelbild:", "bildquelle", "beitragsbild", "crédit photo", "crédits photo", "illustration:",
};
// clang-format on

bool begins_with_any(std::string_view line, std::span<const std::string_view> beginnings) {
    return std::ranges::any_of(beginnings,
                               [&](std::string_view each) { return line.starts_with(each); });
}

// "news.example.co.uk" -> "example.co.uk", near enough: the last label of more than three letters
// that is not the last of all, and what follows it.
std::string_view site_of(std::string_view host) {
    std::size_t from = host.rfind('.');
    while (from != host.npos && from > 0) {
        const std::size_t before = host.rfind('.', from - 1);
        const std::size_t begin = before == host.npos ? 0 : before + 1;
        if (from - begin > 3 || before == host.npos) return host.substr(begin);
        from = before;
    }
    return host;
}

}  // namespace

bool points_away(std::string_view line) {
    constexpr std::size_t longest = 40;            // of a beginning
    for (std::size_t at = 0; at < line.size();) {  // past marks: "» Read more"
        const std::size_t from = at;
        if (!text::is_letter(text::decode(line, at))) continue;
        line.remove_prefix(from);
        break;
    }
    return begins_with_any(text::lower(line.substr(0, longest)), pointers);
}

bool is_boilerplate(std::string_view line) {
    constexpr std::size_t longest = 60;
    std::string low = text::lower(line.substr(0, longest));
    if (begins_with_any(low, rights)) return true;
    if (line.size() > longest) return false;
    while (!low.empty() && (low.back() == '.' || low.back() == ':')) low.pop_back();
    return std::ranges::find(lines, low) != std::end(lines);
}

bool is_sign_off(std::string_view line) {
    constexpr std::size_t longest = 300, longest_credit = 160;
    if (line.size() > longest) return false;
    const std::string low = text::lower(line);
    if (line.size() <= longest_credit && begins_with_any(low, picture_credits)) return true;
    return begins_with_any(low, calls) &&
           std::ranges::any_of(channels, [&](auto each) { return low.find(each) != low.npos; });
}

bool is_other_site(std::string_view address, std::string_view host) {
    const std::size_t start = address.find("//");
    if (start == address.npos || start > 6) return false;
    address.remove_prefix(start + 2);
    address = address.substr(0, address.find_first_of("/:?#"));
    return !host.empty() && site_of(address) != site_of(host);
}

}  // namespace morgue::extract
