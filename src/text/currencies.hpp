#pragma once
// How currencies are written: signs, codes of ISO 4217, words.
#include <array>
#include <string_view>

namespace morgue::text {

struct CurrencyName {
    std::string_view written, code;
};

// clang-format off

// What stands before a dollar sign, and whose dollar it is then.
inline constexpr std::array<CurrencyName, 33> dollar_owners{{
    {"", "USD"}, {"US", "USD"}, {"USD", "USD"},
    {"C", "CAD"}, {"CA", "CAD"}, {"CAN", "CAD"}, {"CDN", "CAD"}, {"CAD", "CAD"}, {"Can", "CAD"}, {"Cdn", "CAD"},
    {"A", "AUD"}, {"AU", "AUD"}, {"AUD", "AUD"}, {"Aus", "AUD"}, {"NZ", "NZD"}, {"NZD", "NZD"},
    {"HK", "HKD"}, {"HKD", "HKD"}, {"S", "SGD"}, {"SG", "SGD"}, {"SGD", "SGD"}, {"NT", "TWD"}, {"TW", "TWD"},
    {"R", "BRL"}, {"MX", "MXN"}, {"Mex", "MXN"}, {"J", "JMD"}, {"TT", "TTD"}, {"BZ", "BZD"}, {"FJ", "FJD"},
    {"Bds", "BBD"}, {"G", "GYD"}, {"N", "NAD"},
}};

// The yen and the yuan share a sign: without a country it stays as it is.
inline constexpr std::array<CurrencyName, 19> currency_signs{{
    {"€", "EUR"}, {"£", "GBP"}, {"¥", "¥"}, {"￥", "¥"}, {"₹", "INR"}, {"₩", "KRW"}, {"₽", "RUB"}, {"₺", "TRY"},
    {"₪", "ILS"}, {"₴", "UAH"}, {"₫", "VND"}, {"₱", "PHP"}, {"₦", "NGN"}, {"₸", "KZT"}, {"₡", "CRC"}, {"₲", "PYG"},
    {"₼", "AZN"}, {"₾", "GEL"}, {"₮", "MNT"},
}};

// Codes that are words or initials as well (TRY, ALL, COP, CUP, PEN, MAD, SAR, ...) are not here.
inline constexpr std::string_view currency_codes =
    "AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY CZK DKK DZD EGP EUR GBP HKD HUF IDR ILS INR IQD IRR ISK "
    "JOD JPY KES KRW KWD KZT LBP LKR MXN MYR NGN NOK NZD OMR PKR PLN QAR RSD RUB SEK SGD THB TND TWD TZS "
    "UAH UGX USD UYU UZS VND XAF XOF ZAR ZMW ";

// After a number, in small letters; the longest comes first where one begins with another. Words that many
// currencies share (pounds, francs, pesos, rupees), or that mean something else (won), need their country.
inline constexpr std::array<CurrencyName, 62> currency_words{{
    {"us dollars", "USD"}, {"u.s. dollars", "USD"}, {"american dollars", "USD"}, {"canadian dollars", "CAD"},
    {"australian dollars", "AUD"}, {"new zealand dollars", "NZD"}, {"hong kong dollars", "HKD"},
    {"singapore dollars", "SGD"}, {"taiwan dollars", "TWD"}, {"dollars", "USD"}, {"us-dollar", "USD"},
    {"euros", "EUR"}, {"euro", "EUR"}, {"pounds sterling", "GBP"}, {"british pounds", "GBP"},
    {"egyptian pounds", "EGP"}, {"sudanese pounds", "SDG"}, {"lebanese pounds", "LBP"}, {"syrian pounds", "SYP"},
    {"yen", "JPY"}, {"yuan", "CNY"}, {"renminbi", "CNY"}, {"swiss francs", "CHF"}, {"schweizer franken", "CHF"},
    {"cfa francs", "CFA"}, {"indian rupees", "INR"}, {"pakistani rupees", "PKR"}, {"sri lankan rupees", "LKR"},
    {"nepalese rupees", "NPR"}, {"mexican pesos", "MXN"}, {"argentine pesos", "ARS"}, {"chilean pesos", "CLP"},
    {"colombian pesos", "COP"}, {"philippine pesos", "PHP"}, {"cuban pesos", "CUP"}, {"rubles", "RUB"},
    {"roubles", "RUB"}, {"hryvnias", "UAH"}, {"hryvnia", "UAH"}, {"zlotys", "PLN"}, {"zloty", "PLN"},
    {"forints", "HUF"}, {"korean won", "KRW"}, {"south korean won", "KRW"}, {"baht", "THB"}, {"shekels", "ILS"},
    {"rupiah", "IDR"}, {"ringgit", "MYR"}, {"naira", "NGN"}, {"south african rand", "ZAR"}, {"reais", "BRL"},
    {"turkish liras", "TRY"}, {"turkish lira", "TRY"}, {"norwegian crowns", "NOK"}, {"norwegian kroner", "NOK"},
    {"swedish crowns", "SEK"}, {"swedish kronor", "SEK"}, {"danish crowns", "DKK"}, {"danish kroner", "DKK"},
    {"czech crowns", "CZK"}, {"saudi riyals", "SAR"}, {"moroccan dirhams", "MAD"},
}};

// What the number before is multiplied by, as a power of ten. In small letters.
enum class ScaleUse : unsigned char {
    plain,      // behind a blank or not
    tight,      // a letter that means so only where it touches the number: $5k
    continent,  // only where the comma is decimal
};
struct ScaleName {
    std::string_view written;
    unsigned zeros;
    ScaleUse use = ScaleUse::plain;
};
inline constexpr std::array<ScaleName, 42> scale_names{{
    {"thousand", 3}, {"million", 6}, {"millions", 6}, {"billion", 9}, {"billions", 9}, {"trillion", 12}, {"trillions", 12},
    {"lakh", 5}, {"lakhs", 5}, {"crore", 7}, {"crores", 7},
    {"k", 3, ScaleUse::tight}, {"b", 9, ScaleUse::tight}, {"t", 12, ScaleUse::tight},
    {"m", 6}, {"mn", 6}, {"mln", 6}, {"mio", 6}, {"bn", 9}, {"bln", 9}, {"tn", 12}, {"trn", 12},
    {"tausend", 3}, {"mrd", 9}, {"millionen", 6}, {"milliarde", 9}, {"milliarden", 9}, {"milliard", 9}, {"milliards", 9},
    {"mil", 3, ScaleUse::continent}, {"mille", 3, ScaleUse::continent}, {"millón", 6}, {"millones", 6}, {"milioni", 6},
    {"milione", 6}, {"miliardi", 9}, {"miliardo", 9}, {"mld", 9}, {"milhões", 6}, {"milhão", 6}, {"bilhões", 9},
    {"bilhão", 9},
}};
// clang-format on

}  // namespace morgue::text
