namespace Hilo.Platform;

/// <summary>A session's way into a lane: while it waits there, others read with its connection.</summary>
internal sealed class LaneDoor<TCommand, TAnswer>(Lane<TCommand, TAnswer> lane, DbSession session) : ILane<TCommand, TAnswer>
{
    public async Task<Result<TAnswer>> SubmitAsync(TCommand command, LaneKey<TAnswer>? key, CancellationToken cancel)
    {
        await session.RestAsync();
        try
        {
            return await lane.SubmitAsync(command, key, cancel);
        }
        finally
        {
            session.Resume();
        }
    }
}
