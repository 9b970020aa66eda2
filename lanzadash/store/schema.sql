-- The tables of the built file. The words after each column become its COMMENT, and the line above
-- each table the table's. Ids are made from what is printed. Every table has known_on: the day since
-- which the row is known; null means known today, left out of views of the past.
-- certainty: sourced | inferred | well_known (to be confirmed) | illustrative (generated).

-- Committees
create table bodies (
    body varchar primary key, -- prefix of its document symbols: T-ES
    name_en varchar not null, -- full name, English
    name_fr varchar not null, -- full name, French
    short_en varchar not null, -- short name, English
    short_fr varchar not null, -- short name, French
    convention varchar not null, -- treaty it monitors
    time_zone varchar not null, -- IANA zone that decides its days
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- since when it is known
);

-- States Parties to the treaty of a body
create table parties (
    party varchar primary key, -- ISO 3166-1 alpha-3
    iso2 varchar not null, -- ISO 3166-1 alpha-2
    body varchar not null, -- body whose treaty it is Party to
    name_en varchar not null, -- short name, English
    name_fr varchar not null, -- short name, French
    council_member boolean not null, -- member State of the Council of Europe
    consent varchar not null, -- ratification (or acceptance, approval) | accession
    signed date, -- day of signature
    signed_certainty varchar, -- certainty of signed
    ratified date not null, -- day of ratification or accession
    ratified_certainty varchar not null, -- certainty of ratified
    in_force date not null, -- day the treaty entered into force for the Party
    in_force_certainty varchar not null, -- certainty of in_force
    tile_column integer, -- column in the tile map, from 0
    tile_row integer, -- row in the tile map, from 0
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- day of ratification
);

-- Meetings, one row for each number; dates stand in meeting_dates
create table meetings (
    meeting varchar primary key, -- T-ES/35
    body varchar not null, -- body that meets
    number integer not null, -- number printed by the body
    mode varchar, -- in_person | remote | hybrid
    city varchar, -- city, where known
    country varchar, -- country, where known
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- first day on which any of its dates was known
);

-- Dates of meetings: announced and held are separate facts
create table meeting_dates (
    meeting_date varchar primary key, -- T-ES/36/announced-1
    meeting varchar, -- meeting, null where no number was printed or can be inferred
    body varchar not null, -- body that meets
    status varchar not null check (status in ('announced', 'held')), -- announced | held
    start_date date not null, -- first day
    end_date date not null, -- last day
    place varchar, -- place as announced or held
    tentative boolean not null, -- announced as to be confirmed
    announced_at varchar, -- meeting whose document announces it
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- held: last day; announced: last day of the announcing meeting
);

-- Monitoring rounds and compliance procedures
create table rounds (
    round varchar primary key, -- key in the facts
    body varchar not null, -- body that monitors
    name_en varchar not null, -- name, English
    name_fr varchar, -- name, French, where on file
    short_en varchar not null, -- short name of ours, English
    short_fr varchar not null, -- short name of ours, French
    kind varchar not null, -- thematic_round | urgent_round | compliance_procedure | thematic_survey | standing_questionnaire
    follows varchar, -- round whose recommendations a compliance procedure follows up
    start_year integer, -- first year
    end_year integer, -- last year
    launched varchar, -- launch in words
    parties_covered integer, -- number of Parties covered as stated
    note_en varchar, -- remark, English
    note_fr varchar, -- remark, French
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- since when it is known
);

-- Parties that a round covers
create table round_parties (
    round_party varchar primary key, -- round/PRT
    round varchar not null, -- round
    party varchar not null, -- Party
    coverage varchar, -- how it is covered, in words
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- since when it is known
);

-- Official documents, read or only known of
create table documents (
    document varchar primary key, -- id that can stand in an address: T-ES-2021-37_en_rev
    body varchar not null, -- body that issued or received it
    symbol varchar, -- symbol without language and version: T-ES(2021)37
    version varchar, -- rev. | rev.2 | final
    language varchar, -- en | fr | bil
    kind varchar not null, -- list_of_decisions | agenda | report | ...
    title varchar not null, -- title, or our description where none is printed
    meeting varchar, -- meeting it belongs to
    dated varchar, -- date as precise as known: 2022-03-07, 2022-03 or 2022
    adopted date, -- day of adoption, where printed
    address varchar, -- public address
    sha256 varchar, -- hash of the file that was read
    read_on date, -- day it was read; null where it was not
    coverage double, -- share of the text accounted for, 0 to 1
    leftover_count integer, -- blocks that no rule took
    text_at_hand boolean not null, -- the official wording is on this machine
    note varchar, -- remark
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- since when it is known
);

-- Agenda items of a meeting, in the order of the document
create table agenda_items (
    agenda_item varchar primary key, -- T-ES/28/item-2.1.1
    meeting varchar, -- meeting, null where its agenda prints no number and no dates match
    document varchar not null, -- document that prints it
    number varchar not null, -- number as printed
    parent varchar, -- number it stands under
    position integer not null, -- position in the document, from 1
    round varchar, -- round or procedure it is about, where filed so
    title_en varchar, -- printed title, English, where the text is at hand
    title_fr varchar, -- printed title, French, where the text is at hand
    summary_en varchar, -- our own words, English
    summary_fr varchar, -- our own words, French
    block integer, -- block of the document
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- since when it is known
);

-- Decisions
create table decisions (
    decision varchar primary key, -- T-ES/35/d6
    meeting varchar not null, -- meeting that took it
    document varchar not null, -- list of decisions that prints it
    number integer, -- number as printed, null where the list prints none
    position integer not null, -- position in the document, from 1
    verb varchar not null, -- operative verb, a lemma: adopt, agree, decide, ...
    round varchar, -- round or procedure it belongs to
    section_en varchar, -- printed section heading, English, where at hand
    section_fr varchar, -- printed section heading, French, where at hand
    heading_en varchar, -- printed context line, English, where at hand
    heading_fr varchar, -- printed context line, French, where at hand
    context_en varchar, -- what it stands under, our own words, English
    context_fr varchar, -- what it stands under, our own words, French
    summary_en varchar, -- our own words, English
    summary_fr varchar, -- our own words, French
    text_en varchar, -- official wording, English, where at hand
    text_fr varchar, -- official wording, French, where at hand
    points_en varchar[], -- sub-points, English, where at hand
    points_fr varchar[], -- sub-points, French, where at hand
    footnotes_en varchar[], -- footnotes cited, English, where at hand
    footnotes_fr varchar[], -- footnotes cited, French, where at hand
    page integer, -- page of the document, PDF only
    block integer, -- block of the document
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- last day of the meeting
);

-- What a decision points at, and how it relates to others
create table decision_links (
    decision_link varchar primary key, -- decision/type/target
    decision varchar not null, -- decision
    type varchar not null, -- mentions_meeting | mentions_recommendation | mentions_document | mentions_party | on_agenda_item | follows_up | fulfils | amends | supersedes | postpones | considered_at | cites
    target varchar not null, -- id of the thing, or what is printed where no single thing matches
    target_kind varchar not null, -- meeting | recommendation | document | party | decision | agenda_item
    printed varchar, -- code, symbol or number as printed
    resolved boolean not null, -- target is the id of a row
    cue varchar, -- our name of the words that gave a relation: as_decided
    words varchar, -- these words, where the text is at hand
    why varchar, -- reason for a link that was made by hand
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- last day of the meeting
);

-- Relations of decisions that lead to no single decision, for a person to look at
create table reviews (
    review varchar primary key, -- decision/type/meeting
    decision varchar not null, -- decision
    type varchar not null, -- follows_up | fulfils | amends | supersedes
    meeting varchar not null, -- meeting it names, on file or not
    reason varchar not null check (reason in ('several', 'none', 'not_on_file')), -- several candidates | none | the decisions of that meeting are not on file
    candidates varchar[] not null, -- decisions that could be meant
    cue varchar, -- our name of the words that gave the relation
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- as the decision
);

-- Submission deadlines
create table deadlines (
    deadline varchar primary key, -- T-ES/35/d6/deadline-1
    body varchar not null, -- body that set it
    meeting varchar, -- meeting that set it
    decision varchar, -- decision that set it, where one is on file
    document varchar, -- document that prints it, where read
    item_number varchar, -- number of the agenda item it comes from
    reference_en varchar, -- call or other act it comes from, in words, English
    reference_fr varchar, -- call or other act it comes from, in words, French
    round varchar, -- round or procedure
    kind varchar not null, -- questionnaire | additional_information | amendments | compliance_information | other
    due date, -- day as first set, null for a rule relative to each Party's own date
    due_time varchar, -- HH:MM, where printed
    zone varchar, -- IANA zone of due_time
    inclusive boolean not null, -- the day itself is still in time
    rule varchar, -- ratified+6m: six months after each Party's ratification
    applies_from date, -- the rule binds Parties that ratified on that day or later
    force varchar not null check (force in ('must', 'may')), -- must | may ("could be submitted")
    summary_en varchar, -- what is asked, our own words, English
    summary_fr varchar, -- what is asked, our own words, French
    addressees_en varchar, -- of whom, in words, English
    addressees_fr varchar, -- of whom, in words, French
    addressees_certainty varchar, -- inferred: the Parties that the decision asks by name; null: as the row
    submit_to varchar, -- address to send to
    printed_en varchar, -- printed words, English, where at hand
    printed_fr varchar, -- printed words, French, where at hand
    page integer, -- page of the document
    block integer, -- block of the document
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- last day of the meeting that set it, else publication
);

-- What became of deadlines after they were set; the last one known holds
create table deadline_changes (
    deadline_change varchar primary key, -- T-ES/35/d6/deadline-1/change-1
    deadline varchar not null, -- deadline, whose own row keeps the day first set
    position integer not null, -- order of the changes of this deadline, from 1
    change varchar not null check (change in ('moved', 'cancelled', 'replaced')), -- moved | cancelled | replaced
    due date, -- new day, where moved
    replaced_by varchar, -- deadline that stands in its place, where replaced
    meeting varchar, -- meeting that changed it
    decision varchar, -- decision that changed it, where one is on file
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- last day of the meeting that changed it, else publication
);

-- Recommendations that a deadline names
create table deadline_recommendations (
    deadline_recommendation varchar primary key, -- deadline/code
    deadline varchar not null, -- deadline
    code varchar not null, -- code as printed
    recommendation varchar, -- recommendation, null where none or several match
    known_on date -- as the deadline
);

-- One obligation for each Party that a deadline binds
create table obligations (
    obligation varchar primary key, -- deadline/PRT
    deadline varchar not null, -- deadline
    party varchar not null, -- Party
    due date, -- day for this Party as first set
    basis varchar not null, -- why it binds the Party: all_parties | round | named | ratified
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- as the deadline
);

-- What became of obligations, dated, never overwritten; the last one known holds
create table obligation_states (
    obligation_state varchar primary key, -- obligation/state/day
    obligation varchar not null, -- obligation
    position integer not null, -- order of the states of this obligation by their days, from 1
    state varchar not null, -- received | received_late | extended | not_applicable | nothing_received
    state_on date, -- day of the state
    extended_to date, -- day to which due was put off for this Party
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- since when it is known, else the day of the state
);

-- Recommendations made in reports
create table recommendations (
    recommendation varchar primary key, -- refugee-crisis/R12
    round varchar, -- round whose report makes it, null where no source names the report
    report varchar not null, -- report that makes it, in words
    code varchar, -- code as printed, null where none was read
    position integer not null, -- order within the round, from 1
    grade varchar, -- urge | request | require | invite | consider
    summary_en varchar, -- our own words, English, null until somebody has written them
    summary_fr varchar, -- our own words, French, null until somebody has written them
    text_en varchar, -- official wording, English, where at hand
    text_fr varchar, -- official wording, French, where at hand
    article varchar, -- article of the convention
    parties_addressed integer, -- number of Parties addressed, as stated
    addressees varchar, -- addressees as printed
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- since when it is known
);

-- Recommendation × Party, dated, never overwritten
create table assessments (
    assessment varchar primary key, -- recommendation/PRT/1
    recommendation varchar not null, -- recommendation
    party varchar not null, -- Party
    relation varchar not null check (relation in ('addressed', 'assessed')), -- addressed by name | assessed by the committee
    assessed_on varchar, -- date as precise as known
    outcome varchar, -- outcome in the committee's own words, null: outcome not on file
    document varchar, -- document, in words
    note varchar, -- remark
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- since when it is known
);

-- Steps of a recommendation's procedure
create table recommendation_stages (
    recommendation_stage varchar primary key, -- recommendation/stage/1
    recommendation varchar not null, -- recommendation
    stage varchar not null, -- addressed | information_requested | draft_compliance_report_examined | compliance_report_adopted
    reached_on varchar, -- date as precise as known
    meeting varchar, -- meeting
    decision varchar, -- decision, where on file
    document varchar, -- document, in words
    source varchar, -- document symbol or address
    certainty varchar not null, -- how far to trust the row
    known_on date -- since when it is known
);

-- Themes
create table themes (
    theme varchar primary key, -- key
    parent varchar, -- theme above
    position integer not null, -- order in the file
    name_en varchar not null, -- label, English
    name_fr varchar not null, -- label, French
    source varchar, -- where the theme comes from
    known_on date -- always null: ours
);

-- Themes of decisions, each with the phrase that gave it
create table decision_themes (
    decision_theme varchar primary key, -- decision/theme
    decision varchar not null, -- decision
    theme varchar not null, -- theme
    phrase varchar not null, -- phrase that gave it, or why a person did
    found_in varchar not null, -- text it was found in: summary_en, context_en, text_fr, ...; by_hand
    certainty varchar not null, -- inferred: given by a rule; else as the line that gives it
    known_on date -- as the decision
);

-- Words for stages, outcomes, coverage and states
create table statuses (
    status varchar primary key, -- layer/key
    layer varchar not null, -- coverage | addressed | stage | outcome | treaty | obligation
    key varchar not null, -- key within the layer
    name_en varchar not null, -- word, English
    name_fr varchar not null, -- word, French
    symbol varchar not null, -- drawn with the colour
    position integer not null, -- order in the legend
    committee_wording boolean not null, -- the word was read in a committee text
    source varchar, -- where it was read
    known_on date -- always null: ours
);

-- The committee's own vocabulary
create table vocabulary (
    term varchar primary key, -- word or phrase
    language varchar not null, -- en | fr | en/fr
    used_for varchar not null, -- what for
    note varchar, -- remark
    source varchar, -- where it was read
    certainty varchar not null, -- how far to trust the row
    known_on date -- always null
);

-- Every record back to what it was taken from
create table sources (
    source_id varchar primary key, -- record_table/record/1
    record varchar not null, -- id of a row in another table
    record_table varchar not null, -- that table
    document varchar, -- document, where one on file
    reference varchar not null, -- document symbol, address or description
    page integer, -- page
    block integer, -- block
    printed varchar, -- printed words, where the text is at hand
    certainty varchar not null, -- how far to trust it
    read_on date, -- day the document was read
    sha256 varchar, -- hash of the file read
    known_on date -- as the record
);

-- Corrections of printed values
create table corrections (
    correction varchar primary key, -- record/field
    record varchar not null, -- record file
    field varchar not null, -- path within it
    printed varchar not null, -- value as printed
    corrected varchar not null, -- value used
    why varchar not null, -- reason
    corrected_on date not null, -- day of the correction
    known_on date -- day of the correction
);

-- What a calendar says of deadlines, obligations and meetings: how often that has changed
create table revisions (
    revision varchar primary key, -- id of the deadline, obligation or meeting
    record varchar not null, -- deadline or meeting whose event it is
    party varchar, -- Party, where it is an obligation
    digest varchar not null, -- of the words and days
    sequence integer not null, -- how often they have changed; never less than in the file before
    modified timestamp, -- when they last changed, UTC
    known_on date -- always null: ours
);

-- About the file itself
create table meta (
    key varchar primary key, -- version | built_at | digest | illustrative | read_until
    value varchar not null, -- value
    known_on date -- always null
);

-- known(t.known_on, $as_of): the row belongs to a view as of that day; null stands for today's view
create macro known(known_on, as_of) as (as_of is null or known_on <= as_of);
