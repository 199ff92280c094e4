using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Platform;
using Hilo.Sandbox.Agency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

public class Going_on_without_the_agency
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly TimeSpan Two = TimeSpan.FromMinutes(2);

    [Fact]
    public void Knows_its_fortnights_and_when_their_codes_can_be_had()
    {
        Assert.Equal(new Fortnight(202611, 2), Fortnight.Of(new DateOnly(2026, 11, 16)));
        Assert.Equal((new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 30)), (new Fortnight(202611, 2).From, new Fortnight(202611, 2).To));
        Assert.Equal(new DateOnly(2024, 2, 29), new Fortnight(202402, 2).To);
        Assert.Equal(new Fortnight(202701, 1), new Fortnight(202612, 2).Next);
        Assert.Equal([new Fortnight(202611, 2)], Fortnight.Obtainable(new DateOnly(2026, 11, 25)));
        Assert.Equal([new Fortnight(202611, 2), new Fortnight(202612, 1)], Fortnight.Obtainable(new DateOnly(2026, 11, 26)));
    }

    [Fact]
    public void Begins_only_by_the_rule()
    {
        var caea = Granted();
        Assert.Null(ContingencyRule.Refusal(Two, Two, caea, 0, Day));
        Assert.Contains("responde", ContingencyRule.Refusal(TimeSpan.Zero, Two, caea, 0, Day), StringComparison.Ordinal);
        Assert.Contains("120 segundos", ContingencyRule.Refusal(TimeSpan.FromSeconds(119), Two, caea, 0, Day), StringComparison.Ordinal);
        Assert.Contains("CAEA vigente", ContingencyRule.Refusal(Two, Two, null, 0, Day), StringComparison.Ordinal);
        Assert.Contains("CAEA vigente", ContingencyRule.Refusal(Two, Two, caea, 0, new DateOnly(2026, 12, 1)), StringComparison.Ordinal);
        Assert.Contains("en qué número", ContingencyRule.Refusal(Two, Two, caea, null, Day), StringComparison.Ordinal);

        var document = Given.ADocument(Given.Invoice(ReceiverFacts.Anonymous), [Given.Line("A", "Prenda", 121)]);
        Assert.True(ContingencyRule.Covers(document));
        document.Prepare(FreezeVoucher.Of(document.Decided, document.Says.Amounts, Given.Issuer, 7, 1, Day, null));
        document.Send(Friday);
        document.LoseTrack(Friday);
        // It may exist at the agency: nothing else takes its place.
        Assert.False(ContingencyRule.Covers(document));
        // A day of the other fortnight is not this code's.
        Assert.Equal(new DateOnly(2026, 11, 16), ContingencyRule.Date(new DateOnly(2026, 11, 15), new DateOnly(2026, 11, 16), null, caea));
        Assert.True(ContingencyRule.IsUrgent(new DateOnly(2026, 12, 4), new DateOnly(2026, 12, 8), 1));
        Assert.False(ContingencyRule.IsUrgent(new DateOnly(2026, 12, 3), new DateOnly(2026, 12, 8), 1));
    }

    [Fact]
    public void Prints_the_code_of_the_fortnight_and_says_so_in_the_QR()
    {
        var document = Made(12);
        var paper = Paper.Of(document, null, Norms.Known);
        Assert.Equal(("C.A.E.A.", "36451234567890", "30/11/2026"), (paper.CaeName, paper.Cae, paper.CaeExpires));
        var json = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(paper.Qr[(paper.Qr.IndexOf("?p=", StringComparison.Ordinal) + 3)..]));
        Assert.Contains("\"tipoCodAut\":\"A\",\"codAut\":36451234567890", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_answer_to_a_report_in_order_and_asks_for_what_is_in_doubt()
    {
        ReportState?[] After(AuthorizationAnswer answer, int attempts = 1)
        {
            FiscalDocument[] told = [Made(1), Made(2), Made(3)];
            for (var i = 0; i < attempts; i++)
            {
                foreach (var document in told)
                {
                    if (document.Report == ReportState.Sending) document.MoveReport(ReportTrigger.Return);
                    document.SendReport();
                }
            }
            ApplyReport.Apply(told, answer, new Series { Id = Guid.Empty, IssuerId = default, Environment = FiscalEnvironment.Sandbox, Cuit = "1", Point = 20, VoucherType = 6 }, Friday);
            return [.. told.Select(d => d.Report)];
        }
        VoucherDetail Detail(long number, DetailOutcome outcome, params AgencyNote[] notes) => new(number, outcome, "36451234567890", null, notes);
        VoucherDetail[] Details(VoucherDetail second) => [Detail(1, DetailOutcome.Authorized), second, Detail(3, DetailOutcome.Rejected)];

        Assert.Equal([ReportState.Reported, ReportState.Refused, ReportState.Pending], After(new(Details(Detail(2, DetailOutcome.Rejected, new AgencyNote(1404, "x"))), [], "", CodeMeanings.Wsfe)));
        Assert.Equal([ReportState.Reported, ReportState.Unknown, ReportState.Unknown], After(new(Details(Detail(2, DetailOutcome.Unknown)), [], "", CodeMeanings.Wsfe)));
        Assert.Equal([ReportState.Reported, ReportState.Pending, ReportState.Pending], After(new(Details(Detail(2, DetailOutcome.Rejected)), [], "", CodeMeanings.Wsfe)));
        // Told before, and the number is taken: by the earlier try.
        Assert.Equal([ReportState.Reported, ReportState.Unknown, ReportState.Pending], After(new(Details(Detail(2, DetailOutcome.Rejected, new AgencyNote(703, "x"))), [], "", CodeMeanings.Wsfe), attempts: 2));
        Assert.Empty(ReportLife.Life.Unreachable());
    }

    [Theory, EveryDatabase]
    public async Task Gives_papers_with_the_code_of_the_fortnight_and_tells_the_agency_when_it_is_back(Database database)
    {
        var clock = new RunningClock(Friday);
        await using var accountant = await ReadyAsync(database, clock);
        await accountant.Sells();
        Assert.Equal(7, Assert.Single(await accountant.SettledAsync(1)).Frozen.Point);

        // Whatever was on its way when the agency went is in doubt, and waits for its answer; what comes behind it does not.
        accountant.Faults.Plan = new AgencyFaultPlan { IsDown = true };
        await accountant.Sells();
        await accountant.UntilAsync(all => all.Exists(d => d.State == FiscalDocumentState.Unknown));
        var order = await accountant.Sells();
        await accountant.Sells("L", Accountant.Company);
        var made = (await accountant.UntilAsync(all => all.Count(d => d.CaeaId is not null) == 2)).Where(d => d.CaeaId is not null).ToList();
        Assert.Equal([(1, 1L), (6, 1L)], made.Select(d => (d.Frozen.Type, d.Number!.Value)).Order());
        Assert.All(made, d => Assert.Equal((20, accountant.Caeas.All.Single().Code, ReportState.Pending), (d.Frozen.Point, d.Cae, d.Report)));
        var waiting = (await accountant.Owner.Invoicing.ContingencyAsync(accountant.Issuer.Id)).Value().Caeas[0];
        Assert.Equal((2, new DateOnly(2026, 12, 8), false), (waiting.ToReport, waiting.ReportBy, waiting.IsUrgent));

        // Back, and the first answer to a report gets lost: it is asked for, and told once.
        accountant.Faults.Plan = new AgencyFaultPlan { LoseAnswers = 1 };
        await ReportedAsync(accountant, 2);
        Assert.Equal(7, (await accountant.SettledAsync(4)).Single(d => d.Number == 2).Frozen.Point);
        Assert.Equal(["CAE", "CAE", "CAEA", "CAEA"], accountant.Agency.All.Select(v => v.Emission).Order(StringComparer.Ordinal));

        // What is canceled is credited against what the agency knows now, with a CAE again.
        (await accountant.Owner.Orders.CancelAsync(order.Id, new CancelOrderRequest("Se arrepintió"))).Value();
        var note = (await accountant.SettledAsync(5)).Single(d => d.Kind == FiscalDocumentKind.CreditNote);
        Assert.Equal((7, (6, 20, 1L)), (note.Frozen.Point, note.Frozen.Associated.Select(a => (a.Type, a.Point, a.Number)).Single()));
        await Books.BalanceAsync(accountant.Shop);

        // The fortnight is over: the point on which nothing happened is closed, and the next code is there.
        clock.Advance(TimeSpan.FromDays(11));
        // The agency has heard both questions, and both answers are lost: it is asked what came of them, not told again.
        accountant.Faults.Plan = new AgencyFaultPlan { LoseAnswers = 2 };
        await SweepAsync<KeepCaeas>(accountant);
        Assert.Equal(1, accountant.Caeas.TimesClosed);
        accountant.Faults.Plan = new AgencyFaultPlan();
        clock.Advance(TimeSpan.FromHours(2));
        await SweepAsync<KeepCaeas>(accountant);
        Assert.Equal([(accountant.Caeas.All[0].Code, 21)], accountant.Caeas.Closed);
        Assert.Equal(1, accountant.Caeas.TimesClosed);
        Assert.NotNull(Assert.Single(await accountant.Shop.DoAsync(services => services.GetRequiredService<InvoicingDb>().CaeaClosings.AsNoTracking().ToListAsync())).ClosedAt);
        Assert.Contains(accountant.Caeas.All, c => (c.Period, c.Half) == (202612, 1));
    }

    [Theory, EveryDatabase]
    public async Task Asks_for_a_lost_code_and_a_person_for_what_the_agency_refuses(Database database)
    {
        var clock = new RunningClock(Friday);
        await using var accountant = await ReadyAsync(database, clock, new AgencyFaultPlan { LoseAnswers = 1 });
        Assert.Empty(await CodesAsync(accountant));
        clock.Advance(Two);
        await SweepAsync<KeepCaeas>(accountant);
        Assert.Equal([accountant.Caeas.All.Single().Code], await CodesAsync(accountant));

        // A sale that is in doubt when the agency goes away stays so; the next one has a paper at once.
        await accountant.Sells();
        await accountant.SettledAsync(1);
        accountant.Faults.Plan = new AgencyFaultPlan { LoseAnswers = 1 };
        await accountant.Sells();
        await accountant.UntilAsync(all => all.Exists(d => d.Attempts > 0 && d.State is FiscalDocumentState.Unknown or FiscalDocumentState.Reconciling or FiscalDocumentState.Sending) || all.Exists(d => d.IsRecovered));
        accountant.Faults.Plan = new AgencyFaultPlan { IsDown = true };
        await accountant.Sells("L", Accountant.Company);
        await accountant.Sells("L", Accountant.Company with { DocumentNumber = "33-00000002-2" });
        var made = (await accountant.UntilAsync(all => all.Count(d => d.CaeaId is not null) == 2)).Where(d => d.CaeaId is not null).ToList();

        // A process ended while it was telling of the first; the agency does not know it, and then refuses it.
        await accountant.Shop.DoAsync(async services =>
        {
            await services.GetRequiredService<DbSession>().ExecuteAsync($"update invoicing_documents set report = 'sending', report_attempts = 1 where id = {made.MinBy(d => d.Number)!.Id}", CancellationToken.None);
            return true;
        });
        accountant.Faults.Plan = new AgencyFaultPlan { RejectsReceiver = Accountant.Buyer };
        var refused = (await accountant.UntilAsync(all => all.Exists(d => d.Report == ReportState.Refused))).Single(d => d.Report == ReportState.Refused);
        Assert.Equal((1404, ReportState.Pending), (refused.NotesOfReport[0].Code, (await accountant.DocumentsAsync()).Single(d => d.CaeaId is not null && d.Id != refused.Id).Report));
        Assert.Contains("1404", Assert.Single((await accountant.Owner.Invoicing.DocumentsAsync(view: "attention")).Value().Items).Problem, StringComparison.Ordinal);

        // The paper is out: the letter stays, the number stays, and what stood behind it follows.
        Assert.Equal("invoicing.other_letter", (await accountant.Owner.Invoicing.ReportAgainAsync(refused.Id, new OrderReceiver("DNI", "11222333", 5))).Problem().Code);
        (await accountant.Owner.Invoicing.ReportAgainAsync(refused.Id, Accountant.Company with { DocumentNumber = "30-50000001-1", Name = "Fundación Tejedoras" })).Value();
        var told = await ReportedAsync(accountant, 2);
        Assert.Equal((refused.Number, 30500000011L), told.Where(d => d.Id == refused.Id).Select(d => (d.Number, d.Frozen.DocumentNumber)).Single());
        Assert.Equal("invoicing.not_reportable", (await accountant.Owner.Invoicing.ReportAgainAsync(refused.Id, null)).Problem().Code);
        await accountant.UntilAsync(all => all.TrueForAll(d => d.State == FiscalDocumentState.Authorized));
        Assert.Equal(4, accountant.Agency.All.Count);
        await Books.BalanceAsync(accountant.Shop);
    }

    private static async Task<Accountant> ReadyAsync(Database database, TimeProvider clock, AgencyFaultPlan? faults = null)
    {
        var accountant = await Accountant.OpenAsync(database, clock, settings: [("Arca:OpensAfter", "2"), ("Arca:ContingencySeconds", "0.3")]);
        var agency = accountant.Owner.Invoicing;
        (await agency.AddPointAsync(accountant.Issuer.Id, new AddFiscalPointRequest(20, IsContingency: true))).Value();
        var points = (await agency.AddPointAsync(accountant.Issuer.Id, new AddFiscalPointRequest(21, IsContingency: true))).Value().Points;
        Assert.Equal("invoicing.not_a_fallback", (await agency.SetFallbackAsync(points.Single(p => p.Number == 7).Id, 7))!.Code);
        Assert.Null(await agency.SetFallbackAsync(points.Single(p => p.Number == 7).Id, 20));
        accountant.Faults.Plan = faults ?? new AgencyFaultPlan();
        await SweepAsync<KeepCaeas>(accountant);
        accountant.Faults.Plan = new AgencyFaultPlan();
        return accountant;
    }

    private static async Task<List<FiscalDocument>> ReportedAsync(Accountant accountant, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var told = (await accountant.DocumentsAsync()).FindAll(d => d.Report == ReportState.Reported);
            if (told.Count == count) return told;
            await SweepAsync<ReportContingency>(accountant);
            await Task.Delay(50, patience.Token);
        }
    }

    private static Task SweepAsync<T>(Accountant accountant) where T : class, ISweep => accountant.Shop.Services.GetRequiredService<Sweeps>().RunAsync<T>(CancellationToken.None);

    private static Task<List<string?>> CodesAsync(Accountant accountant) =>
        accountant.Shop.DoAsync(services => services.GetRequiredService<InvoicingDb>().Caeas.Where(c => c.Code != null).Select(c => c.Code).ToListAsync());

    private static Caea Granted()
    {
        var caea = new Caea { Id = IId<EventId>.New().Value, IssuerId = default, Environment = FiscalEnvironment.Sandbox, Cuit = Given.Issuer, Period = 202611, Half = 2 };
        caea.Take(new GrantedCaea("36451234567890", 202611, 2, new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 8), []), Friday);
        return caea;
    }

    private static FiscalDocument Made(long number)
    {
        var document = Given.ADocument(Given.Invoice(ReceiverFacts.Anonymous), [Given.Line("A", "Prenda", 121)]);
        document.MakeUnder(Granted(), FreezeVoucher.Of(document.Decided, document.Says.Amounts, Given.Issuer, 20, number, Day, null) with { Contingency = new("36451234567890", Friday) }, Friday);
        return document;
    }
}
