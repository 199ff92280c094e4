using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Sandbox.Agency;

namespace Hilo.Tests.Fiscal;

public class Watching_the_agency
{
    private static readonly DateTimeOffset Noon = Given.Noon;

    [Fact]
    public void Leaves_a_service_alone_after_five_failures_and_believes_only_a_real_call()
    {
        var breaker = Enumerable.Range(1, 4).Aggregate(Breaker.Fresh, (b, i) => b.Failed("x", Noon.AddSeconds(i), opensAfter: 5));
        Assert.Equal((AgencyServiceState.Working, TimeSpan.Zero), (breaker.State, breaker.OutFor(Noon.AddHours(1))));

        var open = breaker.Failed("Sin respuesta", Noon.AddSeconds(5), 5);
        Assert.Equal((AgencyServiceState.Down, false), (open.State, open.LetsThrough));
        Assert.False(open.MayProbe(Noon.AddSeconds(34), TimeSpan.FromSeconds(30)));
        Assert.True(open.MayProbe(Noon.AddSeconds(35), TimeSpan.FromSeconds(30)));

        // Its own question says OK: real calls may try, and the outage has not ended yet.
        var trying = open.Probed(isUp: true, Noon.AddSeconds(35));
        Assert.Equal((AgencyServiceState.Trying, true, TimeSpan.FromSeconds(55)), (trying.State, trying.LetsThrough, trying.OutFor(Noon.AddSeconds(60))));
        var again = trying.Failed("Error 501", Noon.AddSeconds(61), 5);
        Assert.Equal((AgencyServiceState.Down, Noon.AddSeconds(5)), (again.State, again.OpenedAt));
        Assert.False(again.MayProbe(Noon.AddSeconds(90), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Reads_the_difference_of_two_clocks_out_of_one_answer()
    {
        Assert.Equal(TimeSpan.Zero, AgencyClocks.Skew(Noon, Noon.AddMilliseconds(900), Noon.AddSeconds(2)));
        Assert.Equal(TimeSpan.FromSeconds(90), AgencyClocks.Skew(Noon.AddSeconds(92), Noon, Noon.AddSeconds(2)));
        Assert.Equal(TimeSpan.FromSeconds(-59), AgencyClocks.Skew(Noon.AddSeconds(-60), Noon, Noon.AddSeconds(2)));
    }

    [Fact]
    public void Says_which_delegation_is_missing()
    {
        var token = Convert.ToBase64String("""<sso version="2.0"><id gen_time="1795262400" exp_time="1795305600"/><operation><login service="wsfe"><relations><relation key="20111111112"/></relations></login></operation></sso>"""u8);
        var says = TicketContent.Of(token)!;
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1795262400), "wsfe", false), (says.MadeAt, says.Service, says.SpeaksFor("30000000015")));
        Assert.True(says.SpeaksFor("20111111112"));
        Assert.Null(TicketContent.Of("no base64 at all"));
        Assert.Null(TicketContent.Of(Convert.ToBase64String("garbage"u8)));
    }

    [Theory, EveryDatabase]
    public async Task Shows_an_outage_and_ends_it_with_the_first_answer(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database, settings: ("Arca:OpensAfter", "2"));
        await accountant.Sells();
        await accountant.SettledAsync(1);
        accountant.Faults.Plan = new AgencyFaultPlan { IsDown = true };
        await accountant.Sells();
        var agency = accountant.Owner.Invoicing;
        var down = await UntilAsync(accountant, s => s.State == AgencyServiceState.Down);
        Assert.NotNull(down.Since);

        // It says that it is up, and is not: the outage goes on, with its beginning.
        accountant.Faults.Plan = new AgencyFaultPlan { IsDownBehindItsDummy = true };
        Assert.Equal(down.Since, (await UntilAsync(accountant, s => s.State == AgencyServiceState.Down && s.Why is not null)).Since);
        Assert.NotNull((await agency.SeriesAsync()).Value()[0].WaitingFor);

        accountant.Faults.Plan = new AgencyFaultPlan();
        await accountant.SettledAsync(2);
        Assert.Equal(AgencyServiceState.Working, (await UntilAsync(accountant, s => s.State == AgencyServiceState.Working)).State);
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Gets_in_with_a_wrong_clock_and_stops_before_another_environment(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        // An hour ahead: by our clock the request for access would be over before it begins.
        accountant.Faults.Plan = new AgencyFaultPlan { ClockAheadSeconds = 3600 };
        var connection = (await accountant.Owner.Invoicing.ConnectionAsync(accountant.Issuer.Id)).Value();
        Assert.True(connection is { IsIn: true, ClockWarning: true, ClockSkewSeconds: > 3500 and < 3700 }, $"{connection}");

        accountant.Faults.Plan = new AgencyFaultPlan { ClockAheadSeconds = 3600, AnswersFrom = "Produccion" };
        await accountant.Sells();
        await accountant.UntilAsync(all => all.Count == 1);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await accountant.Owner.Invoicing.SeriesAsync()).Value()[0].BlockedFor is null) await Task.Delay(50, patience.Token);
        Assert.Contains("ambiente", (await accountant.Owner.Invoicing.SeriesAsync()).Value()[0].BlockedFor, StringComparison.Ordinal);
        Assert.Empty(accountant.Agency.All);
    }

    [Theory, EveryDatabase]
    public async Task Names_the_missing_delegation_on_the_connection_page(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        accountant.Faults.Plan = new AgencyFaultPlan { LacksDelegation = true };
        var connection = (await accountant.Owner.Invoicing.ConnectionAsync(accountant.Issuer.Id)).Value();
        Assert.False(connection.IsIn);
        Assert.Contains("Administrador de Relaciones", connection.Problem, StringComparison.Ordinal);
    }

    private static async Task<AgencyServiceView> UntilAsync(Accountant accountant, Func<AgencyServiceView, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var services = (await accountant.Owner.Invoicing.ConnectionAsync(accountant.Issuer.Id, patience.Token)).Value().Services;
            if (services.FirstOrDefault(s => s.Service == "wsfe") is { } wsfe && holds(wsfe)) return wsfe;
            await Task.Delay(50, patience.Token);
        }
    }
}
