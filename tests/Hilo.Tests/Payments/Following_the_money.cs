using Hilo.Tests.Quality;

namespace Hilo.Tests.Payments;

public class Following_the_money(ITestOutputHelper output)
{
    private const int Steps = 50;

    /// <summary>Random payments, refunds and faults against a model of plain sums; every few steps everything must add up.</summary>
    [Theory, EveryDatabase]
    public async Task Agrees_with_the_drawer_and_the_bank_through_random_work(Database database)
    {
        output.WriteLine($"HILO_SEED={Seed.Taken}");
        await using var shop = await CardShop.OpenAsync(database);
        var story = new RandomMoney(shop, new Random(Seed.Taken));
        for (var step = 1; step <= Steps; step++)
        {
            await story.StepAsync();
            if (step % 10 == 0) await story.BalancesAsync();
        }
    }
}
