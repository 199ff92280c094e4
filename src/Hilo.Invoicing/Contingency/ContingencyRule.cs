namespace Hilo.Invoicing;

/// <summary>When a document may take a number of the contingency point instead of waiting (specs: arca 11). Pure.</summary>
internal static class ContingencyRule
{
    /// <param name="outFor">How long the service has been out without a break.</param>
    /// <param name="startsAfter">How long it has to be.</param>
    /// <param name="caea">The code of today's fortnight, when there is one.</param>
    /// <param name="lastNumber">Where the contingency series stands; null when the agency never told.</param>
    /// <returns>Why not, in words; null: go ahead.</returns>
    public static string? Refusal(TimeSpan outFor, TimeSpan startsAfter, Caea? caea, long? lastNumber, DateOnly today)
    {
        if (outFor == TimeSpan.Zero) return "ARCA responde.";
        if (outFor < startsAfter) return $"La contingencia empieza cuando ARCA lleva {startsAfter.TotalSeconds:0} segundos sin responder.";
        if (caea is null || !caea.IsValidOn(today)) return "No hay un CAEA vigente: se espera a ARCA.";
        return lastNumber is null ? "No se sabe en qué número está el punto de contingencia: se espera a ARCA." : null;
    }

    /// <summary>Only what was never sent, or is sure not to exist at the agency; never a credit invoice (FCE) or an export.</summary>
    public static bool Covers(FiscalDocument document) => document is { State: FiscalDocumentState.Queued, Number: null } && document.Decided is { Type: < 200, Class: not "E" };

    /// <summary>The day of a voucher under a CAEA: inside its fortnight, and never before the last of its series.</summary>
    public static DateOnly Date(DateOnly fact, DateOnly today, DateOnly? lastOfSeries, Caea caea, int concept = 1, DateOnly? openFrom = null)
    {
        var wanted = FiscalDay.Choose(fact, today, lastOfSeries, concept, openFrom);
        return caea.IsValidOn(wanted) ? wanted : today;
    }

    /// <summary>Four days before the last one on which the agency takes reports, whatever is left is urgent.</summary>
    public static bool IsUrgent(DateOnly today, DateOnly? reportBy, int left) => left > 0 && reportBy is { } last && today >= last.AddDays(-4);
}
