namespace Hilo.Web.Demo;

/// <summary>A person of the invented shop, and the link that signs in as them.</summary>
public sealed record DemoDoor(string Name, StaffRole Role, string Href);

/// <summary>How each stand-in behaves now, by the names of the choices on the page.</summary>
public sealed record DemoChaos(string Gateway, string Mail, string Pictures, string Agency);
