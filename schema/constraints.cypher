// Keys and indexes of the graph, applied at every start. Every statement is IF NOT EXISTS and ends with a semicolon.
// Neo4j Community has no existence constraints: what must not be missing is the writer's duty (src/graph/write/).

// One key for everything that can be looked up, named and linked by id …
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
// … and one for each noun, which the generated queries start from.
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT country_id IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organisation_id IF NOT EXISTS FOR (n:Organisation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT activity_id IF NOT EXISTS FOR (n:Activity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT programme_id IF NOT EXISTS FOR (n:Programme) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT edition_id IF NOT EXISTS FOR (n:Edition) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT project_id IF NOT EXISTS FOR (n:Project) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT arrangement_id IF NOT EXISTS FOR (n:TriangularArrangement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT region_id IF NOT EXISTS FOR (n:Region) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sector_id IF NOT EXISTS FOR (n:Sector) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT goal_id IF NOT EXISTS FOR (n:Goal) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT policy_id IF NOT EXISTS FOR (n:Policy) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT measure_id IF NOT EXISTS FOR (n:Measure) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT figure_id IF NOT EXISTS FOR (n:Figure) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT channel_category_id IF NOT EXISTS FOR (n:ChannelCategory) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT transaction_id IF NOT EXISTS FOR (n:Transaction) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT name_id IF NOT EXISTS FOR (n:Name) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT identifier_id IF NOT EXISTS FOR (n:Identifier) REQUIRE n.id IS UNIQUE;

// Relations are facts: each has an id of its own.
CREATE CONSTRAINT participates_in_id IF NOT EXISTS FOR ()-[r:PARTICIPATES_IN]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT plays_id IF NOT EXISTS FOR ()-[r:PLAYS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT covers_id IF NOT EXISTS FOR ()-[r:COVERS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tied_to_id IF NOT EXISTS FOR ()-[r:TIED_TO]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT belongs_to_id IF NOT EXISTS FOR ()-[r:BELONGS_TO]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT committed_to_id IF NOT EXISTS FOR ()-[r:COMMITTED_TO]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT part_of_id IF NOT EXISTS FOR ()-[r:PART_OF]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT related_to_id IF NOT EXISTS FOR ()-[r:RELATED_TO]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT reported_by_id IF NOT EXISTS FOR ()-[r:REPORTED_BY]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT delivered_through_id IF NOT EXISTS FOR ()-[r:DELIVERED_THROUGH]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT in_region_id IF NOT EXISTS FOR ()-[r:IN_REGION]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT in_sector_id IF NOT EXISTS FOR ()-[r:IN_SECTOR]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT contributes_to_id IF NOT EXISTS FOR ()-[r:CONTRIBUTES_TO]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT succeeded_by_id IF NOT EXISTS FOR ()-[r:SUCCEEDED_BY]-() REQUIRE r.id IS UNIQUE;

// Evidence, and the records it came in.
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE INDEX statement_fact IF NOT EXISTS FOR (n:Statement) ON (n.factId);
CREATE INDEX statement_record IF NOT EXISTS FOR (n:Statement) ON (n.recordId);
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (n:Record) REQUIRE n.id IS UNIQUE;
CREATE INDEX statement_stated_as IF NOT EXISTS FOR (n:Statement) ON (n.statedAs);
CREATE INDEX record_source IF NOT EXISTS FOR (n:Record) ON (n.sourceId);
CREATE CONSTRAINT graph_state_id IF NOT EXISTS FOR (n:GraphState) REQUIRE n.id IS UNIQUE;

// What each of several records says of the same fact.
CREATE CONSTRAINT fact_version_id IF NOT EXISTS FOR (n:FactVersion) REQUIRE n.id IS UNIQUE;
CREATE INDEX fact_version_fact IF NOT EXISTS FOR (n:FactVersion) ON (n.factId);

// What curators decided: which organisation stands for another, and which record no longer supports a fact.
CREATE CONSTRAINT redirect_id IF NOT EXISTS FOR (n:Redirect) REQUIRE n.id IS UNIQUE;
CREATE INDEX redirect_to IF NOT EXISTS FOR (n:Redirect) ON (n.to);
CREATE CONSTRAINT suspended_fact_id IF NOT EXISTS FOR (n:SuspendedFact) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT retraction_id IF NOT EXISTS FOR (n:Retraction) REQUIRE n.id IS UNIQUE;
CREATE INDEX retraction_record IF NOT EXISTS FOR (n:Retraction) ON (n.recordId);

CREATE INDEX retraction_decision IF NOT EXISTS FOR (n:Retraction) ON (n.decisionId);
CREATE CONSTRAINT audit_event_id IF NOT EXISTS FOR (n:AuditEvent) REQUIRE n.id IS UNIQUE;
CREATE INDEX audit_event_decision IF NOT EXISTS FOR (n:AuditEvent) ON (n.decision);
CREATE INDEX audit_event_subject IF NOT EXISTS FOR (n:AuditEvent) ON (n.subject);

// Which files were read into the graph, and who reads one now.
CREATE CONSTRAINT import_id IF NOT EXISTS FOR (n:Import) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT import_lock_id IF NOT EXISTS FOR (n:ImportLock) REQUIRE n.id IS UNIQUE;

// By what dashboards sign in.
CREATE CONSTRAINT api_key_id IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_key_hash IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.hash IS UNIQUE;

// Look-ups and filters.
CREATE INDEX identifier_value IF NOT EXISTS FOR (n:Identifier) ON (n.value);
CREATE INDEX organisation_kind IF NOT EXISTS FOR (n:Organisation) ON (n.kind);
CREATE INDEX figure_measure IF NOT EXISTS FOR (n:Figure) ON (n.measureId);
CREATE FULLTEXT INDEX names_by_subject IF NOT EXISTS FOR (n:Name) ON EACH [n.folded, n.subject]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false } };

// Alumni: a part of its own, to which no relation leads from the rest (decision 21). What says who somebody is, is sealed.
CREATE CONSTRAINT alumnus_id IF NOT EXISTS FOR (n:Alumnus) REQUIRE n.id IS UNIQUE;
CREATE INDEX alumnus_merged_into IF NOT EXISTS FOR (n:Alumnus) ON (n.mergedInto);
CREATE INDEX alumnus_bound_to IF NOT EXISTS FOR (n:Alumnus) ON (n.boundTo);
CREATE CONSTRAINT alumni_drawer_id IF NOT EXISTS FOR (n:AlumniDrawer) REQUIRE n.id IS UNIQUE;
CREATE INDEX filed_under IF NOT EXISTS FOR ()-[r:FILED_UNDER]-() ON (r.drawer, r.alumnus);
CREATE CONSTRAINT contact_point_id IF NOT EXISTS FOR (n:ContactPoint) REQUIRE n.id IS UNIQUE;
CREATE INDEX contact_point_fingerprint IF NOT EXISTS FOR (n:ContactPoint) ON (n.fingerprint);
CREATE CONSTRAINT consent_id IF NOT EXISTS FOR (n:Consent) REQUIRE n.id IS UNIQUE;
CREATE INDEX consent_until IF NOT EXISTS FOR (n:Consent) ON (n.until);
CREATE CONSTRAINT alumni_state_id IF NOT EXISTS FOR (n:AlumniState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT alumni_event_id IF NOT EXISTS FOR (n:AlumniEvent) REQUIRE n.id IS UNIQUE;
CREATE INDEX alumni_event_action IF NOT EXISTS FOR (n:AlumniEvent) ON (n.action);
CREATE INDEX alumni_event_once IF NOT EXISTS FOR (n:AlumniEvent) ON (n.once);
CREATE FULLTEXT INDEX alumni_event_subjects IF NOT EXISTS FOR (n:AlumniEvent) ON EACH [n.subjects]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false } };
CREATE INDEX alumnus_erasure_asked IF NOT EXISTS FOR (n:Alumnus) ON (n.erasureAskedOn);
CREATE FULLTEXT INDEX alumni_by_words IF NOT EXISTS FOR (n:Alumnus) ON EACH [n.nameWords, n.drawerWords]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false } };
