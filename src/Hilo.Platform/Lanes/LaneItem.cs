namespace Hilo.Platform;

/// <summary>One caller's command in the queue. Whoever moves it out of the queue first decides: the lane, the caller's cancellation, or the deadline.</summary>
internal sealed class LaneItem<TCommand, TAnswer>(TCommand command, LaneKey<TAnswer>? key)
{
    private const int Queued = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    // Continuations elsewhere: a request that goes on must not run on the lane.
    private readonly TaskCompletionSource<Result<TAnswer>> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state = Queued;

    public TCommand Command => command;

    public LaneKey<TAnswer>? Key => key;

    public Task<Result<TAnswer>> Answered => answered.Task;

    public bool Take() => Interlocked.CompareExchange(ref state, Taken, Queued) == Queued;

    public bool Withdraw() => Interlocked.CompareExchange(ref state, Withdrawn, Queued) == Queued;

    public void Answer(Result<TAnswer> answer) => answered.TrySetResult(answer);

    public void Fail(Exception error) => answered.TrySetException(error);
}
