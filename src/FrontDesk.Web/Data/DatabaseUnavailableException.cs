namespace FrontDesk.Web.Data;

/// <summary>The books cannot be written or read just now, and why, in a sentence for whoever runs the desk.</summary>
public sealed class DatabaseUnavailableException(string message, Exception cause) : Exception(message, cause);
