namespace Hilo.Invoicing;

/// <summary>The consecutive numbers of one environment, issuer, point of sale and voucher type.</summary>
internal sealed class Series
{
    public required Guid Id { get; init; }
    public required IssuerId IssuerId { get; init; }
    public required FiscalEnvironment Environment { get; init; }
    public required string Cuit { get; init; }
    public required int Point { get; init; }
    public required int VoucherType { get; init; }

    /// <summary>Null until the agency was asked once.</summary>
    public long? LastNumber { get; private set; }
    public int? LastOn { get; private set; }

    /// <summary>When the agency last confirmed it, by telling or by authorizing.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Another program has issued here: a match without a named receiver proves nothing any more.</summary>
    public bool HasForeign { get; private set; }
    public int Failures { get; private set; }
    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>Why it pauses, in words.</summary>
    public string? WaitingFor { get; private set; }

    /// <summary>Why it stands still until a person helps.</summary>
    public string? BlockedFor { get; private set; }

    // Written by SeriesLease alone.
    public Guid? Holder { get; init; }
    public long LeaseUntil { get; init; }
    public long Fence { get; init; }

    public DateOnly? LastDay => LastOn is { } on ? FiscalDay.FromNumber(on) : null;

    public bool KnowsItsNumber(DateTimeOffset now, TimeSpan trust) => LastNumber is not null && ConfirmedAt is { } at && now - at < trust;

    public void Confirm(long number, DateOnly? on, DateTimeOffset now) =>
        (LastNumber, LastOn, ConfirmedAt) = (number, on is { } day ? Math.Max(FiscalDay.Number(day), LastOn ?? 0) : LastOn, now);

    /// <summary>The next document asks the agency first.</summary>
    public void Doubt() => ConfirmedAt = null;

    public void SawForeign() => HasForeign = true;

    public void Worked() => (Failures, WaitingFor, NextTryAt) = (0, null, DateTimeOffset.MinValue);

    public void Pause(string why, DateTimeOffset until) => (WaitingFor, NextTryAt) = (why, until);

    /// <summary>The agency could not be asked, or said nothing that helps.</summary>
    public void Meet(AgencyFailure failure, DateTimeOffset now, AgencySettings settings)
    {
        if (failure.Kind == FailureKind.OtherEnvironment) Block(failure.Words);
        // Whoever watches the service wakes the series when it is back.
        else if (failure.Kind == FailureKind.Paused) Pause(failure.Words, now + settings.LooksAgain);
        else Fail(failure.Words, now, settings.FirstPause);
    }

    private void Fail(string why, DateTimeOffset now, TimeSpan firstPause)
    {
        Failures++;
        // 5 s, 15 s, 45 s, 2 min, then 5 and 10: the agency's outages last minutes or hours.
        var pause = firstPause * (Failures switch { 1 => 1, 2 => 3, 3 => 9, 4 => 24, 5 => 60, _ => 120 });
        Pause(why, now + pause);
    }

    public void Block(string why) => BlockedFor = why;

    public void Unblock()
    {
        BlockedFor = null;
        Worked();
        Doubt();
    }
}

/// <summary>A number of our series that another program took.</summary>
internal sealed class ForeignVoucher
{
    public required Guid SeriesId { get; init; }
    public required long Number { get; init; }
    public required int DatedOn { get; init; }
    public required long TotalMinor { get; init; }
    public required string Cae { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
}

/// <summary>What was said to the agency about some numbers, and what it answered.</summary>
internal sealed class KeptExchange
{
    public required Guid Id { get; init; }
    public required Guid SeriesId { get; init; }
    public required long FirstNumber { get; init; }
    public required long LastNumber { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Operation { get; init; }
    public required string Request { get; init; }
    public required string Answer { get; init; }
    public required long Milliseconds { get; init; }
}

/// <summary>Why a paid order has no document, or none yet, or one over a part of it.</summary>
internal sealed class Omission
{
    /// <summary>Its channel invoices when the goods leave.</summary>
    public const string WaitsForDispatch = "waits_for_dispatch";

    /// <summary>Its channel invoices each dispatch, and not all of its goods have left: what has left is documented.</summary>
    public const string RestWaits = "rest_waits_for_dispatch";

    public required OrderId OrderId { get; init; }

    /// <summary>Or <c>canceled_before</c>, <c>nothing_charged</c>.</summary>
    public required string Reason { get; set; }
    public required DateTimeOffset At { get; init; }
}
