import type { Term } from '../../../domain/vocabulary.ts';

/** Each looks at one activity (`record`) and says whether there is anything to check, and what was found to be wrong. */
export const ACTIVITY_CHECKS = {
  DANGLING_ACTIVITY: `
    OPTIONAL MATCH (record)-[:RELATED_TO]->(related:Activity)
    WITH record, collect(DISTINCT related) AS named
    OPTIONAL MATCH (record)<-[:MADE_IN]-(:Transaction)-[:FROM_ACTIVITY|TO_ACTIVITY]->(linked:Activity)
    WITH named, collect(DISTINCT linked) AS linked
    WITH named + [other IN linked WHERE NOT other IN named] AS named
    RETURN size(named) > 0 AS checked, [other IN named WHERE other.isPhantom | other.id] AS found`,

  DANGLING_ORGANISATION: `
    OPTIONAL MATCH (record)<-[:PARTICIPATES_IN]-(organisation:Organisation)
    WITH collect(DISTINCT organisation) AS named
    RETURN size(named) > 0 AS checked, [other IN named WHERE other.isPhantom | other.id] AS found`,

  UNKNOWN_SECTOR: `
    OPTIONAL MATCH (record)-[link:IN_SECTOR]->(sector:Sector) WHERE link.vocabulary IN ['1', '2']
    WITH collect(DISTINCT sector) AS named
    RETURN size(named) > 0 AS checked,
      [sector IN named WHERE sector.isWithdrawn IS NULL | coalesce(sector.code, sector.id)] AS found`,

  WITHDRAWN_SECTOR: `
    OPTIONAL MATCH (record)-[link:IN_SECTOR]->(sector:Sector) WHERE link.vocabulary IN ['1', '2']
    WITH collect(DISTINCT sector) AS named
    RETURN size(named) > 0 AS checked,
      [sector IN named WHERE sector.isWithdrawn | coalesce(sector.code, sector.id)] AS found`,

  UNKNOWN_COUNTRY: `
    OPTIONAL MATCH (record)<-[:PARTICIPATES_IN]-(country:Country)
    WITH collect(DISTINCT country) AS named
    RETURN size(named) > 0 AS checked, [country IN named WHERE country.isPhantom | country.id] AS found`,

  UNKNOWN_CURRENCY: `
    OPTIONAL MATCH (record)<-[:MADE_IN]-(transaction:Transaction)
    WITH collect(DISTINCT transaction.currency) AS given
    RETURN size(given) > 0 AS checked, [currency IN given WHERE NOT currency IN $currencies] AS found`,

  MISSING_DATES: `
    RETURN true AS checked, CASE WHEN record.firstDay IS NULL THEN ['no start'] ELSE [] END AS found`,

  END_BEFORE_START: `
    RETURN record.firstDay IS NOT NULL AND record.lastDay IS NOT NULL AS checked,
      CASE WHEN record.lastDay < record.firstDay
        THEN ['starts on ' + record.firstDay + ', ends on ' + record.lastDay] ELSE [] END AS found`,

  IMPLAUSIBLE_YEAR: `
    OPTIONAL MATCH (record)<-[:MADE_IN]-(transaction:Transaction)
    WITH record, collect(transaction.date) AS dates, collect(transaction.valueDate) AS valueDates
    WITH [day IN [record.firstDay, record.lastDay, record.plannedStart, record.actualStart, record.plannedEnd,
      record.actualEnd] + dates + valueDates WHERE day IS NOT NULL | toString(day)] AS days
    RETURN size(days) > 0 AS checked,
      [day IN days WHERE substring(day, 0, 4) < $firstYear OR substring(day, 0, 4) > $lastYear] AS found`,

  RECIPIENT_SHARES: `
    OPTIONAL MATCH (record)<-[country:PARTICIPATES_IN {role: 'BENEFICIARY'}]-(:Country)
    WITH record, collect(country.percentage) AS ofCountries, count(country) AS countries
    OPTIONAL MATCH (record)-[region:IN_REGION]->(:Region)
    WITH ofCountries, countries, collect(region.percentage) AS ofRegions, count(region) AS regions
    WITH size(ofCountries) + size(ofRegions) AS shares, countries + regions AS many,
      reduce(sum = 0.0, share IN ofCountries | sum + toFloat(share))
        + reduce(sum = 0.0, share IN ofRegions | sum + toFloat(share)) AS sum
    RETURN shares > 0 AS checked,
      CASE WHEN shares = 0 THEN []
        WHEN shares < many THEN [toString(many - shares) + ' of ' + many + ' without a share']
        WHEN abs(sum - 100) > $tolerance THEN [toString(round(sum, 2)) + ' %']
        ELSE [] END AS found`,

  SECTOR_SHARES: `
    OPTIONAL MATCH (record)-[sector:IN_SECTOR]->(:Sector) WHERE sector.vocabulary IS NOT NULL
    WITH sector.vocabulary AS vocabulary, collect(sector.percentage) AS shares, count(sector) AS many
    WITH vocabulary, shares, many, reduce(sum = 0.0, share IN shares | sum + toFloat(share)) AS sum
    WITH collect(CASE WHEN size(shares) > 0 THEN true END) AS given,
      collect(CASE WHEN size(shares) = 0 THEN null
        WHEN size(shares) < many
          THEN 'vocabulary ' + vocabulary + ': ' + (many - size(shares)) + ' of ' + many + ' without a share'
        WHEN abs(sum - 100) > $tolerance THEN 'vocabulary ' + vocabulary + ': ' + toString(round(sum, 2)) + ' %'
        END) AS found
    RETURN size(given) > 0 AS checked, found`,

  NO_TITLE: `
    RETURN true AS checked,
      CASE WHEN record.name IS NULL OR trim(record.name) = '' OR record.name = record.iatiIdentifier
        THEN ['no title'] ELSE [] END AS found`,

  NO_PARTICIPANTS: `
    RETURN true AS checked,
      CASE WHEN EXISTS { (record)<-[:PARTICIPATES_IN]-(:Organisation) } OR EXISTS { (record)-[:DELIVERED_THROUGH]->() }
        THEN [] ELSE ['no organisation'] END AS found`,
} as const satisfies Partial<Record<Term<'FindingKind'>, string>>;
