home-title = Open for comment
home-heading = Draft principles, open to answer line by line
home-lede = Governments publish what they mean to agree. Anyone may say what is wrong with it, and where. Every comment gets an answer, and every change can be traced to the words that asked for it.
