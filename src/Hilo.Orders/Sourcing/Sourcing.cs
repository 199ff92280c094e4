namespace Hilo.Orders;

/// <summary>What is to be sourced, with every fact the decision needs.</summary>
/// <param name="At">Where it is collected or sold; null for a shipment.</param>
/// <param name="To">Where it goes; null when nobody knows.</param>
internal sealed record SourcingRequest(
    DeliveryKind Delivery, LocationId? At, GeoPoint? To, IReadOnlyList<SourcingLine> Lines, IReadOnlyList<Place> Places, IReadOnlyList<StockAvailable> Available);

internal sealed record SourcingLine(OrderLineId Line, VariantId VariantId, string Sku, Quantity Quantity);

/// <param name="Short">Empty when every line is served; otherwise nothing may be promised.</param>
internal sealed record SourcingPlan(
    IReadOnlyList<StockClaimLine> Claims, IReadOnlyList<ShortLine> Short, string Rule, string Words, IReadOnlyList<SourcingCandidate> Candidates)
{
    public bool IsComplete => Short.Count == 0;
}

/// <summary>Chooses where the units come from: the nearest place that has all of it, else as few places as can be, nearest first. Pure, so that carts hold and orders
/// claim at the very same places.</summary>
internal static class Sourcing
{
    public const string Profile = "Cercanía";
    public const int ProfileVersion = 1;

    /// <summary>A place that is fixed by the customer needs no look at the stock: the claim itself decides.</summary>
    public static bool IsFixed(DeliveryKind delivery) => delivery is DeliveryKind.Pickup or DeliveryKind.Counter;

    public static SourcingPlan At(Place place, DeliveryKind delivery, IReadOnlyList<SourcingLine> lines) => new(
        [.. lines.Select(l => new StockClaimLine(l.Line, l.VariantId, place.Id, l.Quantity))], [],
        delivery == DeliveryKind.Pickup ? "pickup_location" : "counter_location",
        delivery == DeliveryKind.Pickup
            ? $"Se retira en {place.Name}: sale del stock de esa sucursal."
            : $"Se vendió en {place.Name}: sale del stock de esa sucursal.",
        [new SourcingCandidate(place.Id, place.Name, true, lines.Count, lines.Count, null, "Elegida por el cliente.")]);

    public static SourcingPlan Decide(SourcingRequest request)
    {
        var candidates = request.Places.Where(p => p.IsActive && p.Ships).Select(p => new Candidate(p, request)).OrderBy(c => c.DistanceKm ?? double.MaxValue)
            .ThenBy(c => c.Place.Code, StringComparer.Ordinal).ToList();
        var open = request.Lines.ToDictionary(l => l.Line, l => l.Quantity);
        var claims = new List<StockClaimLine>();
        var chosen = new List<Candidate>();

        if (candidates.Find(c => c.Lines == request.Lines.Count) is { } all) Take(all);
        else while (open.Values.Any(q => q.IsPositive) && candidates.Except(chosen).Select(c => (Candidate: c, Full: c.Finishes(open), Units: c.Serves(open)))
                    .Where(c => c.Units.IsPositive).OrderByDescending(c => c.Full).ThenBy(c => candidates.IndexOf(c.Candidate)).FirstOrDefault().Candidate is { } next) Take(next);

        var lacking = request.Lines.Where(l => open[l.Line].IsPositive)
            .Select(l => new ShortLine(l.Line, l.VariantId, l.Sku, l.Quantity, l.Quantity - open[l.Line])).ToList();
        var (rule, words) = Explain(chosen, candidates.Count, request, lacking.Count);
        return new SourcingPlan(claims, lacking, rule, words, [.. candidates.Select(c => c.Explained(chosen, request.Lines.Count))]);

        void Take(Candidate from)
        {
            chosen.Add(from);
            foreach (var line in request.Lines)
            {
                var units = from.Take(line, open[line.Line]);
                if (!units.IsPositive) continue;
                claims.Add(new StockClaimLine(line.Line, line.VariantId, from.Place.Id, units));
                open[line.Line] -= units;
            }
        }
    }

    private static (string Rule, string Words) Explain(List<Candidate> chosen, int candidates, SourcingRequest request, int lacking) => (chosen.Count, lacking) switch
    {
        ( > 0, > 0) => ("none", "Entre todas las sucursales que envían no alcanza el stock."),
        (0, _) => ("none", candidates == 0 ? "Ninguna sucursal envía." : "Ninguna sucursal que envía tiene stock."),
        (1, _) => ("nearest_complete", chosen[0].DistanceKm is { } km
            ? $"{chosen[0].Place.Name} tiene todo y es la más cercana que lo tiene, a {km:0} km."
            : $"{chosen[0].Place.Name} tiene todo el pedido."),
        _ => ("split", $"Nadie tenía los {request.Lines.Count} renglones completos: sale de {string.Join(" y ", chosen.Select(c => c.Place.Name))}, las menos que alcanzan, empezando por la que más cubre."),
    };

    /// <summary>A place and what it could give to this request.</summary>
    private sealed class Candidate
    {
        private readonly Dictionary<VariantId, Quantity> has;
        private readonly SourcingRequest request;

        public Candidate(Place place, SourcingRequest request)
        {
            (Place, this.request) = (place, request);
            has = request.Available.Where(a => a.LocationId == place.Id).ToDictionary(a => a.VariantId, a => a.Available);
            DistanceKm = request.To is { } to && place.Position is { } position ? position.KilometersTo(to) : null;
            Lines = Finishes(request.Lines.ToDictionary(l => l.Line, l => l.Quantity));
        }

        public Place Place { get; }

        public double? DistanceKm { get; }

        /// <summary>Lines it could serve alone and in full.</summary>
        public int Lines { get; }

        /// <summary>Lines that it would bring to an end, taking them in order: two lines of one variant share its units.</summary>
        public int Finishes(Dictionary<OrderLineId, Quantity> open) => Walk(open).Count(w => w.Open.IsPositive && w.Given == w.Open);

        public Quantity Serves(Dictionary<OrderLineId, Quantity> open) => new(Walk(open).Sum(w => w.Given.Thousandths));

        public Quantity Take(SourcingLine line, Quantity wanted)
        {
            var units = Quantity.Min(wanted, has.GetValueOrDefault(line.VariantId));
            if (!units.IsPositive) return Quantity.Zero;
            has[line.VariantId] -= units;
            return units;
        }

        public SourcingCandidate Explained(List<Candidate> chosen, int lines) => new(
            Place.Id, Place.Name, chosen.Contains(this), Lines, lines, DistanceKm,
            chosen.Contains(this) ? "Elegida." : Lines == lines ? "También lo tiene todo, pero está más lejos." : Lines == 0 ? "No tiene ningún renglón completo." : "No lo tiene todo.");

        private IEnumerable<(Quantity Open, Quantity Given)> Walk(Dictionary<OrderLineId, Quantity> open)
        {
            var left = new Dictionary<VariantId, Quantity>(has);
            foreach (var line in request.Lines)
            {
                var given = Quantity.Max(Quantity.Zero, Quantity.Min(open[line.Line], left.GetValueOrDefault(line.VariantId)));
                left[line.VariantId] = left.GetValueOrDefault(line.VariantId) - given;
                yield return (open[line.Line], given);
            }
        }
    }
}
