namespace Hilo.Invoicing;

internal enum FiscalTrigger { Prepare, Send, Authorize, Reject, LoseTrack, Miss, Resend, Return, GiveToAPerson, AskAgain, Correct, MakeInContingency }

/// <summary>An invoice or a note. The only identity that the agency knows is series and number, so both are frozen before anything is sent.</summary>
internal sealed class FiscalDocument
{
    internal static readonly Transitions<FiscalDocumentState, FiscalTrigger> Life = new(start: FiscalDocumentState.Queued)
    {
        [FiscalDocumentState.Queued, FiscalTrigger.Prepare] = FiscalDocumentState.Prepared,
        [FiscalDocumentState.Queued, FiscalTrigger.Reject] = FiscalDocumentState.Rejected,
        // The code was given beforehand.
        [FiscalDocumentState.Queued, FiscalTrigger.MakeInContingency] = FiscalDocumentState.Authorized,
        [FiscalDocumentState.Prepared, FiscalTrigger.Send] = FiscalDocumentState.Sending,
        [FiscalDocumentState.Sending, FiscalTrigger.Authorize] = FiscalDocumentState.Authorized,
        [FiscalDocumentState.Sending, FiscalTrigger.Reject] = FiscalDocumentState.Rejected,
        [FiscalDocumentState.Sending, FiscalTrigger.LoseTrack] = FiscalDocumentState.Unknown,
        [FiscalDocumentState.Sending, FiscalTrigger.Return] = FiscalDocumentState.Queued,
        // The ticket was refused: nothing was processed.
        [FiscalDocumentState.Sending, FiscalTrigger.Resend] = FiscalDocumentState.Prepared,
        [FiscalDocumentState.Unknown, FiscalTrigger.Authorize] = FiscalDocumentState.Authorized,
        [FiscalDocumentState.Unknown, FiscalTrigger.Miss] = FiscalDocumentState.Reconciling,
        [FiscalDocumentState.Unknown, FiscalTrigger.Return] = FiscalDocumentState.Queued,
        [FiscalDocumentState.Unknown, FiscalTrigger.Resend] = FiscalDocumentState.Prepared,
        [FiscalDocumentState.Unknown, FiscalTrigger.GiveToAPerson] = FiscalDocumentState.ManualReview,
        [FiscalDocumentState.Reconciling, FiscalTrigger.Authorize] = FiscalDocumentState.Authorized,
        [FiscalDocumentState.Reconciling, FiscalTrigger.Miss] = FiscalDocumentState.Reconciling,
        [FiscalDocumentState.Reconciling, FiscalTrigger.Return] = FiscalDocumentState.Queued,
        [FiscalDocumentState.Reconciling, FiscalTrigger.Resend] = FiscalDocumentState.Prepared,
        [FiscalDocumentState.Reconciling, FiscalTrigger.GiveToAPerson] = FiscalDocumentState.ManualReview,
        [FiscalDocumentState.ManualReview, FiscalTrigger.AskAgain] = FiscalDocumentState.Unknown,
        [FiscalDocumentState.ManualReview, FiscalTrigger.Return] = FiscalDocumentState.Queued,
        [FiscalDocumentState.Rejected, FiscalTrigger.Correct] = FiscalDocumentState.Queued,
    };

    /// <summary>Roles: one document of each per source.</summary>
    public const string Invoice = "invoice";
    public const string CreditNote = "credit_note";
    public const string DebitNote = "debit_note";

    public static string RoleOf(FiscalDocumentKind kind) => kind switch
    {
        FiscalDocumentKind.CreditNote => CreditNote,
        FiscalDocumentKind.DebitNote => DebitNote,
        _ => Invoice,
    };

    public required FiscalDocumentId Id { get; init; }
    public int Version { get; private set; } = 1;

    /// <summary>The order for an invoice, the event of the fact for a note.</summary>
    public required Guid SourceId { get; init; }
    public required string Role { get; init; }
    public required FiscalDocumentKind Kind { get; init; }
    public required Guid SeriesId { get; set; }
    public long? Number { get; private set; }
    public FiscalDocumentId? OriginalId { get; init; }
    public OrderId? OrderId { get; init; }
    public string? OrderNumber { get; init; }
    public CustomerId? CustomerId { get; init; }
    public SalesChannelId? SalesChannelId { get; init; }
    public required long TotalMinor { get; init; }
    public required long VatMinor { get; init; }
    public required Currency Currency { get; init; }
    public string? ReceiverName { get; set; }
    public required string Search { get; set; }
    public required string Content { get; set; }
    public required string Decision { get; set; }
    public FiscalDocumentState State { get; private set; } = Life.Start;

    /// <summary>The frozen payload, and its hash.</summary>
    public string? Voucher { get; private set; }
    public string? VoucherHash { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>How often its number turned out to be taken.</summary>
    public int Returns { get; private set; }
    public int Absences { get; private set; }
    public DateTimeOffset? AbsentAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When the last attempt was over, with or without an answer.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the sale was paid, or the fact of a note happened.</summary>
    public required DateTimeOffset FactAt { get; init; }

    /// <summary>The law wants a note by then.</summary>
    public int? DueOn { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? AuthorizedAt { get; private set; }
    public int? DatedOn { get; private set; }
    public string? Cae { get; private set; }
    public int? CaeExpiresOn { get; private set; }
    public string? ProcessedAt { get; private set; }

    /// <summary>The agency's codes and words: observations of an authorized document, reasons of a rejected one.</summary>
    public string? Notes { get; private set; }

    /// <summary>Authorized by an answer that was lost, and found by asking.</summary>
    public bool IsRecovered { get; private set; }

    /// <summary>Where it is delivered, one letter.</summary>
    public string? Province { get; init; }
    public LocationId? LocationId { get; init; }
    public Tender? Tender { get; init; }
    public long TributesMinor { get; init; }

    /// <summary>Pesos for one unit of its currency, in millionths; null while the agency has not said.</summary>
    public long? RateMicros { get; set; } = 1_000_000;

    /// <summary>When the agency was last asked what it keeps under its number.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }
    public AgencyCheck? CheckResult { get; private set; }
    public string? CheckWords { get; private set; }

    /// <summary>A person has looked: what the agency keeps under its number is this.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>The agency refused it for its receiver: the registry has to say something newer before it goes again.</summary>
    public DateTimeOffset? RegistryAfter { get; private set; }

    /// <summary>A person named the receiver: what the registry says changes nothing any more.</summary>
    public bool IsReceiverConfirmed { get; private set; }

    /// <summary>Made under this code while the agency was away; null for a CAE.</summary>
    public Guid? CaeaId { get; private set; }
    public ReportState? Report { get; private set; }

    /// <summary>The agency's codes and words about the report.</summary>
    public string? ReportNotes { get; private set; }
    public int ReportAttempts { get; private set; }
    public DateTimeOffset? ReportedAt { get; private set; }

    public Money Total => new(TotalMinor, Currency);

    public DocumentContent Says => Stored.Read<DocumentContent>(Content);

    public VoucherDecision Decided => Stored.Read<VoucherDecision>(Decision);

    public Voucher Frozen => Invoicing.Voucher.FromJson(Voucher!);

    /// <summary>The concept whose window its date has: an export has that of products, whatever it sells (specs: arca 13).</summary>
    public int Windowed => Decided is { Class: not "E" } decided ? decided.Concept : 1;

    public IReadOnlyList<AgencyNote> NotesOfReport => ReportNotes is { } notes ? Stored.Read<IReadOnlyList<AgencyNote>>(notes) : [];

    public IReadOnlyList<AgencyNote> AgencyNotes => Notes is { } notes ? Stored.Read<IReadOnlyList<AgencyNote>>(notes) : [];

    public void Prepare(Voucher frozen)
    {
        Move(FiscalTrigger.Prepare);
        (Number, Voucher) = (frozen.Number, frozen.ToJson());
        VoucherHash = Invoicing.Voucher.HashOf(Voucher);
        (Absences, AbsentAt, Attempts, SentAt, AnsweredAt, Notes) = (0, null, 0, null, null, null);
    }

    public void Send(DateTimeOffset now)
    {
        Move(FiscalTrigger.Send);
        (SentAt, AnsweredAt, Attempts, Absences, AbsentAt) = (now, null, Attempts + 1, 0, null);
    }

    public FiscalDocumentAuthorized Authorize(string cae, DateOnly? expiresOn, string processedAt, IReadOnlyList<AgencyNote> observations, bool recovered, DateTimeOffset now)
    {
        IsRecovered = recovered;
        return Stand(FiscalTrigger.Authorize, cae, expiresOn, processedAt, observations, now);
    }

    private FiscalDocumentAuthorized Stand(FiscalTrigger trigger, string cae, DateOnly? expiresOn, string processedAt, IReadOnlyList<AgencyNote> observations, DateTimeOffset now)
    {
        Move(trigger);
        var frozen = Frozen;
        (Cae, CaeExpiresOn, ProcessedAt, AuthorizedAt, AnsweredAt) = (cae, expiresOn is { } day ? FiscalDay.Number(day) : null, processedAt, now, now);
        DatedOn = FiscalDay.Number(frozen.Date);
        Notes = observations.Count == 0 ? null : Stored.Write(observations);
        Search = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Search} {frozen.Point:D5}-{frozen.Number:D8} {cae}");
        return new FiscalDocumentAuthorized(Id, Kind, OrderId, CustomerId, SalesChannelId, frozen.Type, VoucherTypes.LetterOf(frozen.Type), frozen.Point, frozen.Number, Total,
            Says.Issuer.Environment != FiscalEnvironment.Homologation);
    }

    /// <summary>Number, payload and authorization at once: nothing is asked of the agency, it is told afterwards.</summary>
    public FiscalDocumentAuthorized MakeUnder(Caea caea, Voucher made, DateTimeOffset now)
    {
        (Number, Voucher) = (made.Number, made.ToJson());
        VoucherHash = Invoicing.Voucher.HashOf(Voucher);
        (CaeaId, Report) = (caea.Id, ReportState.Pending);
        return Stand(FiscalTrigger.MakeInContingency, caea.Code!, FiscalDay.FromNumber(caea.ValidTo!.Value), "", [], now);
    }

    public void SendReport()
    {
        MoveReport(ReportTrigger.Send);
        ReportAttempts++;
    }

    public void MoveReport(ReportTrigger trigger)
    {
        if (Report is not { } state || !ReportLife.Life.Allows(state, trigger, out var next)) throw new InvalidOperationException($"A report that is {Report} does not take {trigger}.");
        (Report, Version) = (next, Version + 1);
    }

    public void Reported(IReadOnlyList<AgencyNote> observations, DateTimeOffset now)
    {
        MoveReport(ReportTrigger.Confirm);
        (ReportedAt, ReportNotes) = (now, observations.Count == 0 ? null : Stored.Write(observations));
    }

    public void RefuseReport(IReadOnlyList<AgencyNote> reasons, DateTimeOffset now)
    {
        MoveReport(ReportTrigger.Refuse);
        (ReportedAt, ReportNotes) = (now, Stored.Write(reasons));
    }

    /// <summary>Another receiver for the same number: the paper that the customer has keeps everything else.</summary>
    public void NameInReport(VoucherDecision decision, string? name)
    {
        var told = Frozen with { DocumentType = decision.Receiver.DocumentType, DocumentNumber = decision.Receiver.Number, ReceiverCondition = decision.Receiver.Condition };
        (Decision, Voucher, ReceiverName) = (Stored.Write(decision), told.ToJson(), name);
        VoucherHash = Invoicing.Voucher.HashOf(Voucher);
    }

    /// <summary>Its number is free again: the agency refuses without consuming.</summary>
    public FiscalDocumentRejected Reject(IReadOnlyList<AgencyNote> reasons, DateTimeOffset now)
    {
        Move(FiscalTrigger.Reject);
        (Number, AnsweredAt, Notes) = (null, now, Stored.Write(reasons));
        return new FiscalDocumentRejected(Id, Kind, OrderId, CustomerId, SalesChannelId, reasons.Count > 0 ? reasons[0].Code : 0);
    }

    /// <summary>It was sent and nobody knows what became of it.</summary>
    public void LoseTrack(DateTimeOffset now)
    {
        Move(FiscalTrigger.LoseTrack);
        AnsweredAt = now;
    }

    /// <summary>The agency does not know its number. Two answers that lie apart count as two.</summary>
    public void Miss(DateTimeOffset now, TimeSpan gap)
    {
        Move(FiscalTrigger.Miss);
        if (AbsentAt is { } before && now - before < gap) return;
        (Absences, AbsentAt) = (Absences + 1, now);
    }

    /// <summary>It never arrived: the same number and the same payload go again.</summary>
    public void Resend() => Move(FiscalTrigger.Resend);

    /// <summary>Back to the queue without a number.</summary>
    /// <param name="numberTaken">Somebody else has it.</param>
    public void Return(bool numberTaken)
    {
        Move(FiscalTrigger.Return);
        (Number, Returns) = (null, Returns + (numberTaken ? 1 : 0));
    }

    /// <summary>Back to the queue without a number, until the registry has been asked for its receiver.</summary>
    public void DoubtReceiver(IReadOnlyList<AgencyNote> reasons, DateTimeOffset now)
    {
        Return(numberTaken: false);
        (AnsweredAt, Notes, RegistryAfter) = (now, Stored.Write(reasons), now);
    }

    /// <summary>The same class for the same receiver, whom the registry knows better.</summary>
    public void Redecide(VoucherDecision decision) => Decision = Stored.Write(decision);

    public void GiveToAPerson() => Move(FiscalTrigger.GiveToAPerson);

    public void AskAgain(bool isConfirmed)
    {
        Move(FiscalTrigger.AskAgain);
        IsConfirmed = isConfirmed;
    }

    public void Check(AgencyCheck result, string? words, DateTimeOffset now)
    {
        (CheckedAt, CheckResult, CheckWords) = (now, result, words);
        Version++;
    }

    public void Correct()
    {
        Move(FiscalTrigger.Correct);
        (Notes, Returns, IsReceiverConfirmed) = (null, 0, true);
    }

    private void Move(FiscalTrigger trigger)
    {
        if (!Life.Allows(State, trigger, out var next)) throw new InvalidOperationException($"A document that is {State} does not take {trigger}.");
        (State, Version) = (next, Version + 1);
    }
}
