namespace Hilo;

/// <summary>What people call the members of staff that a record names by id.</summary>
public interface IStaffNames
{
    /// <summary>Unknown ids are absent from the answer; people who left are not.</summary>
    Task<IReadOnlyDictionary<StaffId, string>> NamesAsync(IReadOnlyCollection<StaffId> staff, CancellationToken cancel);
}
