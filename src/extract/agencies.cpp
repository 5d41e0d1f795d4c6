#include "extract/agencies.hpp"

#include <vector>

#include "extract/date_names.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

struct Agency {
    std::string_view folded, name;
};
// clang-format off
constexpr Agency agencies[]{
    {"reuters", "Reuters"},                                   {"reuter", "Reuters"},
    {"thomson reuters", "Thomson Reuters"},                   {"associated press", "Associated Press"},
    {"ap", "AP"},                                             {"afp", "AFP"},
    {"agence france-presse", "Agence France-Presse"},         {"agence france presse", "Agence France-Presse"},
    {"dpa", "dpa"},                                           {"deutsche presse-agentur", "dpa"},
    {"upi", "UPI"},                                           {"united press international", "UPI"},
    {"bloomberg", "Bloomberg"},                               {"bloomberg news", "Bloomberg"},
    {"efe", "EFE"},                                           {"acan-efe", "ACAN-EFE"},
    {"acan", "ACAN"},                                         {"europa press", "Europa Press"},
    {"ansa", "ANSA"},                                         {"agi", "AGI"},
    {"adnkronos", "Adnkronos"},                               {"lusa", "Lusa"},
    {"tass", "TASS"},                                         {"itar-tass", "ITAR-TASS"},
    {"interfax", "Interfax"},                                 {"ria novosti", "RIA Novosti"},
    {"xinhua", "Xinhua"},                                     {"kyodo", "Kyodo"},
    {"kyodo news", "Kyodo"},                                  {"jiji press", "Jiji Press"},
    {"yonhap", "Yonhap"},                                     {"kcna", "KCNA"},
    {"pti", "PTI"},                                           {"press trust of india", "PTI"},
    {"ani", "ANI"},                                           {"ians", "IANS"},
    {"aap", "AAP"},                                           {"australian associated press", "AAP"},
    {"pa", "PA"},                                             {"press association", "Press Association"},
    {"pa media", "PA Media"},                                 {"canadian press", "The Canadian Press"},
    {"anp", "ANP"},                                           {"belga", "Belga"},
    {"ats", "ATS"},                                           {"sda", "SDA"},
    {"keystone-sda", "Keystone-SDA"},                         {"apa", "APA"},
    {"ntb", "NTB"},                                           {"tt", "TT"},
    {"ritzau", "Ritzau"},                                     {"stt", "STT"},
    {"pap", "PAP"},                                           {"ctk", "CTK"},
    {"mti", "MTI"},                                           {"tanjug", "Tanjug"},
    {"hina", "HINA"},                                         {"anadolu", "Anadolu"},
    {"anadolu agency", "Anadolu"},                            {"irna", "IRNA"},
    {"isna", "ISNA"},                                         {"mena", "MENA"},
    {"wam", "WAM"},                                           {"spa", "SPA"},
    {"notimex", "Notimex"},                                   {"telam", "Telam"},
    {"prensa latina", "Prensa Latina"},                       {"inter press service", "IPS"},
    {"ips", "IPS"},                                           {"dow jones", "Dow Jones"},
    {"dow jones newswires", "Dow Jones"},                     {"epd", "epd"},
    {"kna", "KNA"},                                           {"sid", "SID"},
    {"ddp", "ddp"},                                           {"dapd", "dapd"},
    {"dpa-afx", "dpa-AFX"},                                   {"prnewswire", "PRNewswire"},
    {"pr newswire", "PRNewswire"},                            {"business wire", "Business Wire"},
    {"globe newswire", "GlobeNewswire"},                      {"globenewswire", "GlobeNewswire"},
    {"newsfile corp", "Newsfile Corp"},                       {"accesswire", "ACCESSWIRE"},
    {"knight ridder", "Knight Ridder"},                       {"states news service", "States News Service"},
    {"religion news service", "RNS"},                         {"rns", "RNS"},
};

// Also surnames ("Emily Post"), so they count only where a name is not expected.
constexpr std::string_view publication_words =
    "news times post press insider journal magazine daily weekly sunday herald tribune telegraph guardian observer "
    "gazette chronicle examiner standard independent mirror express mail star globe agency media network radio tv "
    "television broadcasting corporation corp inc ltd llc llp gmbh ag plc co bbc cnn npr abc nbc cbs fox sky itv "
    "university institute foundation association service services wire newswire online web zeitung nachrichten "
    "presse verlag rundfunk anzeiger allgemeine tageblatt agentur diario periodico prensa noticias jornal folha "
    "estado corriere gazzetta giornale repubblica monde figaro parisien krant dagblad avis tidende aftonbladet gazeta "
    "publishing publications group holdings company";
// Never surnames.
constexpr std::string_view organisation_words =
    "e.v ev gmbh ag inc ltd llc llp plc corp corporation foundation stiftung institut institute university "
    "universitat verlag redaktion team newsroom agency ministerium ministry verband verein association "
    "gesellschaft zeitung nachrichten magazin magazine volksblatt tageblatt newspaper newspapers";
constexpr std::string_view role_words =
    "staff writer writers reporter reporters correspondent correspondents editor editors contributor contributors "
    "columnist columnists columnist's critic bureau chief team desk newsroom journalist photographer analyst "
    "producer anchor intern freelance freelancer editorial editor-in-chief agencies redaktion redakteur redakteurin "
    "korrespondent korrespondentin reporterin mitarbeiter autor autorin redaction correspondant correspondante "
    "envoye redaccion corresponsal redactor redazione corrispondente inviato redacao correspondente redactie "
    "correspondente verslaggever redactionele redaktionen redaktor redakcja admin administrator webmaster";
// clang-format on

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    constexpr std::string_view parting = " \t\n,;/()|";
    for (std::size_t at = 0; (at = text.find_first_not_of(parting, at)) != text.npos;) {
        const auto end = std::min(text.find_first_of(parting, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

bool holds_word(std::string_view text, std::string_view list) {
    const auto folded = text::fold(text);
    for (auto word : split_words(folded)) {
        while (!word.empty() && (word.back() == '.' || word.back() == ':')) word.remove_suffix(1);
        if (lists(list, word)) return true;
    }
    return false;
}

std::string_view look_up(std::string_view folded) {
    if (folded.starts_with("the ")) folded.remove_prefix(4);
    while (!folded.empty() && std::string_view(" .,:*").find(folded.back()) != folded.npos)
        folded.remove_suffix(1);
    for (const auto& agency : agencies)
        if (agency.folded == folded) return agency.name;
    return {};
}

constexpr std::size_t longest_name = 48, most_words = 4;

}  // namespace

std::string_view agency_name(std::string_view text) {
    if (text.empty() || text.size() > longest_name) return {};
    auto folded = text::fold(text::one_line(text));
    if (const auto dash = folded.find(" - "); dash != folded.npos) folded.replace(dash, 3, "-");
    const std::string_view whole = folded;
    if (const auto name = look_up(whole); !name.empty()) return name;
    const auto slash = whole.find('/');
    return slash == whole.npos || slash == 0 ? std::string_view{} : look_up(whole.substr(0, slash));
}

AgencyPart leading_agency(std::string_view text) {
    AgencyPart longest;
    std::size_t end = 0;
    for (std::size_t word = 0; word < most_words && end < text.size(); ++word) {
        end = std::min(text.find_first_of(" \n", end + 1), text.size());
        if (const auto name = agency_name(text.substr(0, end)); !name.empty())
            longest = {name, end};
    }
    return longest;
}

AgencyPart trailing_agency(std::string_view text) {
    AgencyPart longest;
    auto begin = text.size();
    for (std::size_t word = 0; word < most_words && begin != text.npos && begin > 0; ++word) {
        begin = text.find_last_of(" \n", begin - 1);
        const auto part = begin == text.npos ? text : text.substr(begin + 1);
        if (const auto name = agency_name(part); !name.empty()) longest = {name, part.size()};
    }
    return longest;
}

bool is_publication(std::string_view name) {
    return holds_word(name, publication_words);
}

bool is_organisation(std::string_view name) {
    const auto dot = name.rfind('.');
    const auto ending = dot == name.npos ? 0 : name.size() - dot - 1;
    const bool domain = name.find(' ') == name.npos && dot > 1 && ending >= 2 && ending <= 4;
    return domain || holds_word(name, organisation_words);
}

bool is_role(std::string_view text) {
    return holds_word(text, role_words);
}

}  // namespace morgue::extract
