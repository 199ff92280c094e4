namespace Hilo.Invoicing;

/// <param name="Refusal">A person has to look before it goes. Null: it goes.</param>
internal sealed record Recheck(VoucherDecision Decision, AgencyNote? Refusal);

/// <summary>What the registry's word about a receiver changes in a document that was not sent yet, or that the agency refused for its receiver (specs: arca 15). Pure.</summary>
internal static class RecheckReceiver
{
    private const int NotInVat = 10063;
    private const int Inactive = 10247;

    /// <summary>Codes with which the agency says that its registry knows this receiver otherwise.</summary>
    public static bool IsAbout(AgencyNote note) => note.Code is 10017 or NotInVat or Inactive;

    /// <param name="known">Null: the registry has never said anything.</param>
    /// <param name="silence">Why it could not be asked now; null when it was.</param>
    /// <param name="refused">What the agency said when it refused the document for its receiver; empty when it was not sent yet.</param>
    public static Recheck Of(VoucherDecision decided, KnownTaxpayer? known, string? silence, IReadOnlyList<AgencyNote> refused, NormsOfDay norms)
    {
        var receiver = decided.Receiver;
        if (known is null or { IsOld: true })
        {
            var since = known is null ? "" : $" el {Paper.Day(FiscalDay.Of(known.AskedAt))}";
            return Stays($"No se pudo volver a consultar el padrón ({silence ?? "no dijo nada de este CUIT"}): vale lo que se sabía{since}.");
        }
        var found = known.Taxpayer;
        var on = $"consultado el {Paper.Day(FiscalDay.Of(known.AskedAt))}";
        if (!found.IsActive) return new Recheck(decided, new AgencyNote(Inactive, $"El CUIT {receiver.DocumentNumber} figura inactivo en el padrón ({on}): pedile otros datos a quien compró."));
        if (found.Condition is not { } condition || found.Remark is not null) return Stays($"El padrón no define su condición de IVA ({on}): vale la de la venta, {receiver.Condition}.");
        if (condition == receiver.Condition) return Stays($"El padrón confirma la condición {condition} ({on}).");
        return DecideVoucher.Of(decided, condition, norms) is { } anew
            ? new Recheck(Traced(anew, $"El padrón dice ahora condición {condition} y la venta decía {receiver.Condition} ({on}): se decidió de nuevo, la clase no cambia."), null)
            : new Recheck(decided, new AgencyNote(NotInVat, $"El padrón dice que el CUIT {receiver.DocumentNumber} tiene la condición {condition} ({on}), que no va con la clase {decided.Class}: confirmá el receptor y la letra se decide de nuevo."));

        // What the agency refused goes no second time as it was.
        Recheck Stays(string why) => refused is [var first, ..] ? new Recheck(decided, new AgencyNote(first.Code, why)) : new Recheck(Traced(decided, why), null);
    }

    private static VoucherDecision Traced(VoucherDecision decision, string line) => decision.Trace.Contains(line) ? decision : decision with { Trace = [.. decision.Trace, line] };
}
