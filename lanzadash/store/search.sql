-- What search looks things up in: words, where they stand, and the values that can be counted.
-- Made from the tables of the record once they are filled; none of it is a source of anything.
create schema search;

-- Things that can be found, in the order of a list: latest meeting first, as printed
create table search.entries (
    entry integer primary key, -- position in that order, from 0
    record varchar not null, -- id of the thing
    kind varchar not null, -- decision | recommendation | agenda_item
    known_on date -- since when it is known
);

-- Every form of every word, once for each language it stands in
create table search.words (
    word integer primary key, -- number in the order of the folded forms
    form varchar not null, -- the word in lower case
    language varchar not null, -- en | fr: language of the text it stands in
    folded varchar not null, -- the form without accents
    stem varchar not null, -- its stem in that language, folded
    entries integer not null -- number of things it stands in
);

-- In which things a word stands
create table search.postings (
    word integer not null, -- word
    entry integer not null, -- thing
    weight utinyint not null -- how much it weighs there: 32 × frequency by field and length, at most 255
);

-- Where in a thing a word stands
create table search.places (
    word integer not null, -- word
    entry integer not null, -- thing
    place integer not null -- 65536 × field + position in it
);

-- The values by which things are filtered and counted
create table search.facets (
    facet varchar not null, -- theme | round | meeting | year | verb | grade | party | recommendation | code | document_kind | body
    value varchar not null, -- value
    entry integer not null -- thing
);

-- Phrases that stand for a value of a facet, as stems: themes by their phrases, Parties by other names
create table search.synonyms (
    facet varchar not null, -- theme | party
    value varchar not null, -- value of the facet
    language varchar not null, -- en | fr
    phrase varchar not null, -- phrase, label or name
    stems varchar[] not null -- its stems, in order
);
