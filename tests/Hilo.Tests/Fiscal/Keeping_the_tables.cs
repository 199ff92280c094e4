using Hilo.Invoicing;
using Hilo.Platform;
using Hilo.Sandbox.Agency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

public class Keeping_the_tables
{
    private static readonly Voucher Invoice = new(6, 7, 1, 1, 99, 0, new DateOnly(2026, 11, 28), 121_00, 0, 100_00, 0, 0, 21_00, "PES", 1m, 5, [], [new(5, 100_00, 21_00)]);

    [Fact]
    public void Decide_with_the_built_in_ones_until_the_agency_was_read()
    {
        Assert.Null(KnownTables.BuiltIn.Refusal(Invoice));
        Assert.Equal(10019, KnownTables.BuiltIn.Refusal(Invoice with { Vat = [new(7, 100_00, 21_00)] })!.Code);
        Assert.Equal(10243, KnownTables.BuiltIn.Refusal(Invoice with { ReceiverCondition = 1 })!.Code);
        Assert.Equal(10015, KnownTables.BuiltIn.Refusal(Invoice with { DocumentType = 31 })!.Code);
        Assert.Equal(10025, KnownTables.BuiltIn.Refusal(Invoice with { Tributes = [new(12, "x", 1, 1m, 1)] })!.Code);
        Assert.Equal(10037, KnownTables.BuiltIn.Refusal(Invoice with { Currency = "USD" })!.Code);
        Assert.Null(KnownTables.BuiltIn.PointProblem(7, Invoice.Date));
    }

    [Fact]
    public void Follow_the_agency_from_day_to_day()
    {
        var tables = new KnownTables([.. Rows("TiposIva", ("5", "21%", null, "20261130"), ("10", "18%", "20261201", null)), Point("7", blocked: true), Point("8", dropped: "20261101")]);
        var changed = Invoice with { Vat = [new(10, 100_00, 18_00)] };
        Assert.Null(tables.Refusal(Invoice));
        Assert.Equal(10019, tables.Refusal(changed)!.Code);
        Assert.Null(tables.Refusal(changed with { Date = new DateOnly(2026, 12, 1) }));
        Assert.Equal(10019, tables.Refusal(Invoice with { Date = new DateOnly(2026, 12, 1) })!.Code);
        Assert.Contains("bloqueado", tables.PointProblem(7, Invoice.Date), StringComparison.Ordinal);
        Assert.Contains("de baja", tables.PointProblem(8, Invoice.Date), StringComparison.Ordinal);
        // One that it has not told of may be new: the agency says so itself.
        Assert.Null(tables.PointProblem(9, Invoice.Date));
    }

    [Fact]
    public void End_a_row_that_changed_and_nothing_when_the_answer_is_empty()
    {
        var kept = Rows("TiposIva", ("5", "21%", null, null), ("4", "10.5%", null, null)).ToList();
        var (ended, begun) = ReadParameters.Changes(kept, [.. Rows("TiposIva", ("5", "21%", null, "20261130"), ("4", "10.5%", null, null))]);
        Assert.Equal(("5", "5"), (Assert.Single(ended).RowKey, Assert.Single(begun).RowKey));
        Assert.Equal(20261130, begun[0].ValidTo);
        Assert.Empty(ReadParameters.Changes(kept, []).Ended);
    }

    [Theory, EveryDatabase]
    public async Task Are_read_once_a_day_and_keep_what_the_agency_took_away(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        await RefreshAsync(accountant);
        var rows = await RowsAsync(accountant);
        Assert.Equal(ReadParameters.Tables.Order(StringComparer.Ordinal), rows.Select(r => r.TableName).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["1", "20", "21", "7"], rows.Where(r => r is { TableName: "PtosVenta", Scope: "sandbox|30000000015" }).Select(r => r.RowKey).Order(StringComparer.Ordinal));

        // Read today: a second look asks nothing.
        accountant.Faults.Plan = new AgencyFaultPlan { LacksTableRow = "TiposIva|9" };
        await RefreshAsync(accountant);
        Assert.DoesNotContain(await RowsAsync(accountant), r => r.GoneAt is not null);
        await accountant.Shop.DoAsync(async services =>
        {
            await services.GetRequiredService<DbSession>().ExecuteAsync($"update invoicing_parameter_reads set read_at = {0L}, tried_at = {0L}", CancellationToken.None);
            return true;
        });
        await RefreshAsync(accountant);
        Assert.Equal(("TiposIva", "9"), (await RowsAsync(accountant)).Where(r => r.GoneAt is not null).Select(r => (r.TableName, r.RowKey)).Single());
        await accountant.Sells();
        Assert.Equal(FiscalDocumentState.Authorized, Assert.Single(await accountant.SettledAsync(1)).State);
    }

    [Fact]
    public void Ask_for_the_conditions_class_by_class_and_take_the_size_of_a_request_from_the_agency()
    {
        Assert.Equal(250, KnownTables.BuiltIn.LargestRequest);
        var tables = new KnownTables([.. Rows(ReadParameters.LargestRequest, ("RegXReq", "40", null, null)), .. ReadParameters.Rows("sandbox", ReadParameters.Conditions, [new Dictionary<string, string> { ["Id"] = "1", ["Desc"] = "RI", ["Cmp_Clase"] = "B" }], Given.Noon)]);
        Assert.Equal(40, tables.LargestRequest);
        Assert.Null(tables.Refusal(Invoice with { ReceiverCondition = 1 }));
        Assert.Equal(10243, tables.Refusal(Invoice)!.Code);
    }

    [Theory, EveryDatabase]
    public async Task Keep_to_the_number_of_documents_that_one_request_takes(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        accountant.Faults.Plan = new AgencyFaultPlan { LargestRequest = 2 };
        await RefreshAsync(accountant);
        Assert.Equal([("A", 4), ("ALEY", 4), ("B", 7), ("C", 11)], (await RowsAsync(accountant)).Where(r => r.TableName == ReadParameters.Conditions).GroupBy(r => r.Letter).Select(g => (g.Key, g.Count())).Order());
        accountant.Faults.Plan = new AgencyFaultPlan { IsDown = true };
        for (var i = 0; i < 3; i++) await accountant.Sells();
        await accountant.UntilAsync(all => all.Count == 3);
        accountant.Faults.Plan = new AgencyFaultPlan { LargestRequest = 2 };
        Assert.All(await accountant.SettledAsync(3), d => Assert.Equal(FiscalDocumentState.Authorized, d.State));
    }

    private static Task RefreshAsync(Accountant accountant) => accountant.Shop.Services.GetRequiredService<Sweeps>().RunAsync<RefreshParameters>(CancellationToken.None);

    private static Task<List<AgencyParameter>> RowsAsync(Accountant accountant) => accountant.Shop.DoAsync(services => services.GetRequiredService<InvoicingDb>().Parameters.AsNoTracking().ToListAsync());

    private static IEnumerable<AgencyParameter> Rows(string table, params (string Id, string Text, string? From, string? To)[] rows) => ReadParameters.Rows("sandbox", table,
        rows.Select(r => new Dictionary<string, string> { ["Id"] = r.Id, ["Desc"] = r.Text, ["FchDesde"] = r.From ?? "", ["FchHasta"] = r.To ?? "" }), Given.Noon);

    private static AgencyParameter Point(string number, bool blocked = false, string? dropped = null) => ReadParameters.Rows("sandbox|1", ReadParameters.PointsOfSale,
        [new Dictionary<string, string> { ["Nro"] = number, ["EmisionTipo"] = "CAE", ["Bloqueado"] = blocked ? "S" : "N", ["FchBaja"] = dropped ?? "" }], Given.Noon)[0];
}
