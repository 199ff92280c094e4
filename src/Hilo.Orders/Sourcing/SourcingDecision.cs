namespace Hilo.Orders;

/// <summary>Why an order comes from where it comes: kept for every sourced order, never changed.</summary>
internal sealed class SourcingDecision
{
    public required SourcingDecisionId Id { get; init; }

    public required OrderId OrderId { get; init; }

    public required string Profile { get; init; }

    public required int ProfileVersion { get; init; }

    public required string Rule { get; init; }

    public required string Words { get; init; }

    public required IReadOnlyList<SourcingCandidate> Candidates { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}

/// <param name="DistanceKm">Null where one of the two places has no position.</param>
internal sealed record SourcingCandidate(LocationId LocationId, string Location, bool IsChosen, int LinesCovered, int LinesWanted, double? DistanceKm, string Reason);
