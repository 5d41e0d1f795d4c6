#include "extract/date_names.hpp"

#include <array>

namespace morgue::extract {
namespace {

// clang-format off
// English, then French, Spanish, German, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian,
// Polish and Russian where they differ; whole, then short. Folded, so without accents.
constexpr std::array<std::string_view, 12> months{
    "january jan janvier janv enero ene januar janner gennaio gen janeiro januari styczen stycznia sty январь января янв",
    "february feb febr fevrier fevr fev febrero februar feber febbraio fevereiro februari luty lutego lut февраль февраля фев февр",
    "march mar mars marzo marz maerz mrz marco maart mrt marts marzec marca мар март марта",
    "april apr avril avr abril abr aprile kwiecien kwietnia kwi апрель апреля апр",
    "may mai mayo maggio mag maio mei maj maja май маи мая",
    "june jun juin junio juni giugno giu junho czerwiec czerwca cze июнь июня июн",
    "july jul juillet juil julio juli luglio lug julho lipiec lipca lip июль июля июл",
    "august aug aout agosto ago augustus augusti sierpien sierpnia sie август августа авг",
    "september sept sep septembre septiembre setiembre settembre setembro set wrzesien wrzesnia wrz сентябрь сентября сен сент",
    "october oct octobre octubre oktober okt ottobre ott outubro out pazdziernik pazdziernika paz октябрь октября окт",
    "november nov novembre noviembre novembro listopad listopada lis ноябрь ноября ноя нояб",
    "december dec decembre diciembre dic dezember dez dicembre dezembro desember des grudzien grudnia gru декабрь декабря дек",
};

constexpr std::array<std::string_view, 12> weekdays{
    "monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri saturday sat sunday sun",
    "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim",
    "lunes martes miercoles mie jueves jue viernes vie sabado sab domingo dom",
    "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonnabend sonntag so",
    "lunedi martedi mercoledi giovedi gio venerdi sabato domenica",
    "segunda terca quarta quinta sexta seg ter qua qui sex feira",
    "maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo",
    "mandag tisdag tis onsdag ons torsdag tor tors fredag fre lordag lor sondag",
    "tirsdag tir lørdag lør søndag søn man",
    "poniedziałek wtorek sroda czwartek piatek sobota niedziela",
    "понедельник вторник среда четверг пятница суббота воскресенье",
    "пн вт ср чт пт сб вс",
};

struct Zone {
    std::string_view name;
    int minutes;
};
// Names that mean one thing in news; those that mean several ("AST", "CT") stay unknown.
constexpr Zone zones[]{
    {"z", 0},       {"utc", 0},     {"gmt", 0},     {"ut", 0},      {"wet", 0},     {"west", 60},
    {"bst", 60},    {"cet", 60},    {"cest", 120},  {"mez", 60},    {"mesz", 120},  {"eet", 120},
    {"eest", 180},  {"sast", 120},  {"msk", 180},   {"мск", 180},   {"ist", 330},   {"pkt", 300},
    {"sgt", 480},   {"hkt", 480},   {"awst", 480},  {"jst", 540},   {"kst", 540},   {"acst", 570},
    {"acdt", 630},  {"aest", 600},  {"aedt", 660},  {"nzst", 720},  {"nzdt", 780},  {"ndt", -150},
    {"nst", -210},  {"adt", -180},  {"edt", -240},  {"est", -300},  {"cdt", -300},  {"cst", -360},
    {"mdt", -360},  {"mst", -420},  {"pdt", -420},  {"pst", -480},  {"akdt", -480}, {"akst", -540},
    {"hst", -600},
};

constexpr std::string_view lead_words =
    "published publication posted updated update modified created date dated dateline last released release "
    "written first issued on at from the as of time "
    "publie publiee mis mise jour le du a l "
    "publicado publicada actualizado actualizada el fecha atualizado atualizada em "
    "veroffentlicht erstellt aktualisiert stand vom am den der datum "
    "pubblicato aggiornato il data gepubliceerd bijgewerkt op "
    "publicerad uppdaterad publicerat publisert oppdatert offentliggjort opdateret d "
    "opublikowano aktualizacja dnia опубликовано обновлено";
constexpr std::string_view inner_words = "of de del di den the st nd rd th er o a ter e re го";
constexpr std::string_view clock_words =
    "t at um a as las les alle ore kl klo klokken om o в г r u den le los ob by on";
// clang-format on

}  // namespace

unsigned month_number(std::string_view folded) {
    for (unsigned i = 0; i < months.size(); ++i)
        if (lists(months[i], folded)) return i + 1;
    return 0;
}

bool is_weekday(std::string_view folded) {
    for (const auto& names : weekdays)
        if (lists(names, folded)) return true;
    return false;
}

bool leads_to_date(std::string_view folded) {
    return lists(lead_words, folded);
}
bool joins_date(std::string_view folded) {
    return lists(inner_words, folded);
}
bool joins_clock(std::string_view folded) {
    return lists(clock_words, folded);
}

std::optional<int> zone_offset(std::string_view folded) {
    for (const auto& zone : zones)
        if (zone.name == folded) return zone.minutes;
    return std::nullopt;
}

}  // namespace morgue::extract
