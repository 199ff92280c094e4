using System.Globalization;

namespace Hilo.Invoicing;

internal sealed record IssuerFacts(string Cuit, VatCondition Condition, ClassAHabilitation ClassA);

/// <param name="DocumentType">The agency's number, 99 for nobody in particular.</param>
/// <param name="Condition">The agency's number (specs: arca 8.7).</param>
internal sealed record ReceiverFacts(int DocumentType, string DocumentNumber, int Condition, string? Name)
{
    public const int FinalConsumer = 5;
    public const int Nobody = 99;
    public const int BuyerAbroad = 9;

    public static readonly ReceiverFacts Anonymous = new(Nobody, "0", FinalConsumer, null);

    public long Number => DocumentType == Nobody ? 0 : long.Parse(DocumentNumber, CultureInfo.InvariantCulture);
}

/// <summary>Which document it is, and why: a line of the trace per rule.</summary>
/// <param name="Fce">Of a credit invoice and its notes.</param>
/// <param name="Class"><c>A</c>, <c>ALEY</c>, <c>B</c>, <c>C</c> or <c>E</c>.</param>
internal sealed record VoucherDecision(string Class, int Type, ReceiverFacts Receiver, int Concept, IReadOnlyList<string> Legends, bool ShowsTransparency, IReadOnlyList<string> Trace, FceTerms? Fce = null);

/// <summary>Letter, type, receiver and legends of a document. Pure: the same facts give the same document on every day of the same norms.</summary>
internal static class DecideVoucher
{
    private static readonly int[] WithCreditOfVat = [1, 6, 13, 16];
    private static readonly int[] Monotributistas = [6, 13, 16];
    private static readonly int[] Known = [1, 4, 5, 6, 7, 8, 9, 10, 13, 15, 16];

    private static readonly Dictionary<string, int> DocumentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CUIT"] = 80,
        ["CUIL"] = 86,
        ["CDI"] = 87,
        ["DNI"] = 96,
        ["PASSPORT"] = 94,
        ["PASAPORTE"] = 94,
        ["CI"] = 91,
    };

    public static Result<ReceiverFacts> ReceiverOf(OrderReceiver? receiver)
    {
        if (receiver is null) return ReceiverFacts.Anonymous;
        if (!DocumentTypes.TryGetValue(receiver.DocumentType, out var type) && !int.TryParse(receiver.DocumentType, NumberStyles.None, CultureInfo.InvariantCulture, out type))
            return InvoicingProblems.ReceiverDocument;
        var digits = new string([.. receiver.DocumentNumber.Where(char.IsAsciiDigit)]);
        if (digits.Length is 0 or > 11) return InvoicingProblems.ReceiverDocument;
        if (type is 80 or 86 or 87 && !Cuit.TryParse(digits, out _)) return InvoicingProblems.ReceiverCuit;
        if (type == 96 && digits.Length > 8) return InvoicingProblems.ReceiverDocument;
        var condition = receiver.VatCondition ?? ReceiverFacts.FinalConsumer;
        if (!Known.Contains(condition)) return InvoicingProblems.ReceiverCondition;
        return new ReceiverFacts(type, digits, condition, receiver.Name);
    }

    /// <summary>What the receiver of a document lacks, before its class is known. Null: nothing.</summary>
    /// <param name="from">The total is such that a final consumer is named too: from this amount.</param>
    public static Problem? Naming(ReceiverFacts receiver, Money? from)
    {
        if (WithCreditOfVat.Contains(receiver.Condition) && receiver.DocumentType != 80) return InvoicingProblems.NeedsCuit;
        if (receiver.DocumentType != ReceiverFacts.Nobody) return null;
        return receiver.Condition != ReceiverFacts.FinalConsumer ? InvoicingProblems.NeedsDocument : from is { } least ? InvoicingProblems.NeedsIdentification(least) : null;
    }

    /// <param name="totalMinor">In pesos.</param>
    public static Result<VoucherDecision> Invoice(IssuerFacts issuer, ReceiverFacts receiver, long totalMinor, NormsOfDay norms, int concept = 1)
    {
        var trace = new List<string>();
        if (totalMinor <= 0) return InvoicingProblems.NothingToInvoice;
        if (receiver.DocumentType == 80 && receiver.DocumentNumber == issuer.Cuit) return InvoicingProblems.ReceiverIsIssuer;
        var letter = ClassOf(issuer, receiver, trace);
        if (letter is "A" or "ALEY" && receiver.DocumentType != 80) return InvoicingProblems.NeedsCuit;
        if (receiver.Condition != ReceiverFacts.FinalConsumer && receiver.DocumentType == ReceiverFacts.Nobody) return InvoicingProblems.NeedsDocument;
        var from = norms.IdentificationFrom;
        if (receiver.DocumentType == ReceiverFacts.Nobody && totalMinor >= from) return InvoicingProblems.NeedsIdentification(Money.Ars(from / 100m));
        trace.Add(receiver.DocumentType == ReceiverFacts.Nobody
            ? $"Consumidor final sin identificar: el total queda por debajo de {Pesos(from)}."
            : $"Se identifica al receptor (documento tipo {receiver.DocumentType}, condición {receiver.Condition}).");
        trace.Add(concept switch
        {
            1 => "Concepto 1: se venden productos; el envío no lo cambia.",
            2 => "Concepto 2: solo se prestan servicios.",
            _ => "Concepto 3: se venden productos y se prestan servicios.",
        });
        return Decided(letter, FiscalDocumentKind.Invoice, issuer, receiver, concept, norms, trace);
    }

    /// <summary>Goods leave the country, or services are used abroad: class E, whoever issues (specs: arca 9.1).</summary>
    public static Result<VoucherDecision> Abroad(IssuerFacts issuer, AbroadTerms terms, long totalMinor, NormsOfDay norms)
    {
        if (totalMinor <= 0) return InvoicingProblems.NothingToInvoice;
        if (terms.CountryCuit == issuer.Cuit) return InvoicingProblems.ReceiverIsIssuer;
        var sold = terms.Kind switch
        {
            AbroadTerms.Goods => "La mercadería sale del país",
            AbroadTerms.Services => "Los servicios se usan en el exterior",
            _ => "Sale mercadería del país y se prestan servicios para el exterior",
        };
        var trace = new List<string> { $"{sold}, con destino {terms.Destination}: clase E, sea cual sea la condición del emisor, y sin IVA.", $"Cliente del exterior: {terms.Client}, con el CUIT de su país {terms.CountryCuit}." };
        if (terms.Kind == AbroadTerms.Goods) trace.Add(terms.Permits.Count > 0 ? $"Permiso de embarque {string.Join(", ", terms.Permits.Select(p => p.Number))}." : "Todavía sin permiso de embarque.");
        return Decided("E", FiscalDocumentKind.Invoice, issuer, new ReceiverFacts(80, terms.CountryCuit, ReceiverFacts.BuyerAbroad, terms.Client), ConceptOf(terms.Kind), norms, trace);
    }

    /// <summary>What is sold, as every other voucher counts it.</summary>
    public static int ConceptOf(int abroadKind) => abroadKind == AbroadTerms.Other ? 3 : abroadKind;

    /// <summary>A note keeps class and receiver of its original, even if either has changed since.</summary>
    public static VoucherDecision Note(VoucherDecision original, FiscalDocumentKind kind, IssuerFacts issuer, NormsOfDay norms) =>
        Decided(original.Class, kind, issuer, original.Receiver, original.Concept, norms, [$"Conserva la clase {original.Class} y el receptor del comprobante original."]);

    /// <summary>The same document for a receiver of another condition. Null when its class does not go with that one.</summary>
    public static VoucherDecision? Of(VoucherDecision decided, int condition, NormsOfDay norms)
    {
        if (!Known.Contains(condition) || (decided.Class != "C" && WithCreditOfVat.Contains(condition) != (decided.Class is "A" or "ALEY"))) return null;
        var receiver = decided.Receiver with { Condition = condition };
        var legend = norms.MonotributoLegend;
        return decided with
        {
            Receiver = receiver,
            Legends = [.. decided.Legends.Where(l => l != legend), .. LegendsOf(decided.Class, receiver, norms)],
            ShowsTransparency = IsTransparent(decided.Class, receiver, norms),
        };
    }

    private static VoucherDecision Decided(string letter, FiscalDocumentKind kind, IssuerFacts issuer, ReceiverFacts receiver, int concept, NormsOfDay norms, List<string> trace)
    {
        var type = VoucherTypes.Of(letter, kind);
        trace.Add($"{VoucherTypes.NameOf(kind)} {VoucherTypes.LetterOf(type)}, código {type}.");
        var legends = new List<string>();
        if (letter == "ALEY") legends.Add("OPERACIÓN SUJETA A RETENCIÓN");
        if (letter == "A" && issuer.ClassA == ClassAHabilitation.PaidToAccount) legends.Add("PAGO EN CBU INFORMADA");
        legends.AddRange(LegendsOf(letter, receiver, norms));
        return new VoucherDecision(letter, type, receiver, concept, legends, IsTransparent(letter, receiver, norms), trace);
    }

    private static IEnumerable<string> LegendsOf(string letter, ReceiverFacts receiver, NormsOfDay norms) =>
        letter is "A" or "ALEY" && Monotributistas.Contains(receiver.Condition) && norms.MonotributoLegend is { } legend ? [legend] : [];

    /// <summary>Who takes the VAT as a cost sees how much of it the price holds.</summary>
    private static bool IsTransparent(string letter, ReceiverFacts receiver, NormsOfDay norms) => letter == "B" && receiver.Condition is 4 or ReceiverFacts.FinalConsumer or 15 && norms.IsTransparent;

    private static string ClassOf(IssuerFacts issuer, ReceiverFacts receiver, List<string> trace)
    {
        if (issuer.Condition != VatCondition.Registered)
        {
            trace.Add("El emisor no es responsable inscripto: clase C.");
            return "C";
        }
        if (!WithCreditOfVat.Contains(receiver.Condition))
        {
            trace.Add($"Emisor responsable inscripto; receptor: {Paper.ConditionName(receiver.Condition)} (condición {receiver.Condition}), que no computa el crédito fiscal: clase B.");
            return "B";
        }
        trace.Add($"Emisor responsable inscripto; receptor: {Paper.ConditionName(receiver.Condition)} (condición {receiver.Condition}): clase A.");
        if (issuer.ClassA != ClassAHabilitation.SubjectToWithholding) return "A";
        trace.Add("El emisor está habilitado con la leyenda de retención: códigos 51 a 53.");
        return "ALEY";
    }

    private static string Pesos(long minor) => string.Create(CultureInfo.GetCultureInfo("es-AR"), $"$ {minor / 100m:N2}");
}
