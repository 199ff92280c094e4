namespace Hilo.Platform;

/// <summary>Runs a group of commands in one transaction, and finds the one that spoils it.</summary>
internal sealed class LaneGroup<TCommand, TAnswer>(SessionScopes sessions, IDatabase database)
{
    private const int Attempts = 3;

    /// <summary>Every member gets its answer or its error; never throws.</summary>
    public async Task RunAsync(IReadOnlyList<LaneItem<TCommand, TAnswer>> group)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await CommitAsync(group);
                return;
            }
            catch (Exception e) when (attempt < Attempts && (Conflicts.MayPass(e) || Conflicts.IsTaken(e)))
            {
                // Met another transaction, or what another one wrote a moment ago: the whole group once more, which sees it.
            }
            catch (Exception e) when (group.Count == 1 || Conflicts.LostConnection(e) || e is ObjectDisposedException)
            {
                foreach (var item in group) item.Fail(e);
                return;
            }
            catch (Exception)
            {
                // Poison: each half again, until it stands alone.
                var half = group.Count / 2;
                await RunAsync([.. group.Take(half)]);
                await RunAsync([.. group.Skip(half)]);
                return;
            }
        }
    }

    private async Task CommitAsync(IReadOnlyList<LaneItem<TCommand, TAnswer>> group)
    {
        var outcome = await sessions.OpenAsync(new Facts(), async (services, session) =>
        {
            await session.BeginAsync(CancellationToken.None);
            var keys = await LaneKeys<TCommand, TAnswer>.ReadAsync(session, group);
            var fresh = keys.Fresh;
            if (fresh.Count > 0)
            {
                var handler = services.GetRequiredService<IGroupHandler<TCommand, TAnswer>>();
                var answers = await handler.HandleAsync([.. fresh.Select(item => item.Command)], CancellationToken.None);
                if (answers.Count != fresh.Count) throw new InvalidOperationException($"{handler.GetType().Name} gave {answers.Count} answers to {fresh.Count} commands.");
                await keys.KeepAsync(session, answers);
            }
            await session.FlushEventsAsync(CancellationToken.None);
            await new SureCommit(database).CommitAsync(session);
            return keys;
        });
        outcome.AnswerAll();
    }
}
